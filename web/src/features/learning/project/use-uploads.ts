import { useLayoutEffect, useRef, useState } from 'react';
import { problemOf } from '../../../api/problem';
import { type UploadedFile, uploadFile } from './upload-file';

export interface RunningUpload {
  id: string;
  file: File;
  share: number;
  /** Why it stopped; null while it runs. */
  problem: unknown;
}

/** Uploads that run or have failed. `onDone` gets each file that has arrived. */
export function useUploads(enrollmentId: string, onDone: (file: UploadedFile) => void) {
  const [uploads, setUploads] = useState<readonly RunningUpload[]>([]);
  const aborts = useRef(new Map<string, AbortController>());
  const done = useRef(onDone);
  useLayoutEffect(() => {
    done.current = onDone;
  });

  const change = (id: string, changes: Partial<RunningUpload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)));
  const drop = (id: string) => setUploads((all) => all.filter((upload) => upload.id !== id));

  const run = async (id: string, file: File) => {
    const abort = new AbortController();
    aborts.current.set(id, abort);
    try {
      const onProgress = (share: number) => change(id, { share });
      const stored = await uploadFile(enrollmentId, { file, key: id, signal: abort.signal, onProgress });
      drop(id);
      done.current(stored);
    } catch (error) {
      if (!problemOf(error)) return;
      change(id, { problem: error });
    } finally {
      aborts.current.delete(id);
    }
  };
  const start = (file: File) => {
    const id = crypto.randomUUID();
    setUploads((all) => [...all, { id, file, share: 0, problem: null }]);
    void run(id, file);
  };

  return {
    uploads,
    start,
    cancel: (id: string) => {
      aborts.current.get(id)?.abort();
      drop(id);
    },
    /** A lost connection is tried again under the same name, so that it is stored once; a refusal as a new upload. */
    retry: ({ id, file, problem }: RunningUpload) => {
      if (problemOf(problem)?.code !== 'offline') {
        drop(id);
        return start(file);
      }
      change(id, { problem: null, share: 0 });
      void run(id, file);
    },
  };
}
