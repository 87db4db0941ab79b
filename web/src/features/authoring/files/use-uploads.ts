import { useEffect, useRef, useState } from 'react';
import { type UploadedFile, uploadFile } from './upload-file';

export interface Upload {
  id: string;
  name: string;
  share: number;
  problem: unknown;
}

/** Files on their way to the server; each leaves the list when it has arrived, or when it is dismissed. */
export function useUploads(onArrived: (file: UploadedFile) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const arrived = useRef(onArrived);
  useEffect(() => {
    arrived.current = onArrived;
  });

  useEffect(() => {
    const controllers = running.current;
    return () => {
      for (const controller of controllers.values()) controller.abort();
    };
  }, []);

  const change = (id: string, changes: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)));

  const dismiss = (id: string) => {
    running.current.get(id)?.abort();
    running.current.delete(id);
    setUploads((all) => all.filter((upload) => upload.id !== id));
  };

  const start = async (file: File) => {
    const id = crypto.randomUUID();
    const controller = new AbortController();
    running.current.set(id, controller);
    setUploads((all) => [...all, { id, name: file.name, share: 0, problem: null }]);
    try {
      const uploaded = await uploadFile(file, (share) => change(id, { share }), controller.signal);
      dismiss(id);
      arrived.current(uploaded);
    } catch (problem) {
      if (!controller.signal.aborted) change(id, { problem });
    }
  };

  return { uploads, dismiss, start: (files: Iterable<File>) => void Promise.all([...files].map(start)) };
}
