import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, read, type View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Loaded } from '../../../ui/Loaded';
import { Card } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { useSettled } from '../../../ui/use-settled';
import styles from './look.module.css';

type Look = View<'LookDto'>;

/** The very certificate that the look makes, of sample words. */
export function CertificatePreview({ look, isFaint }: { look: Look; isFaint: boolean }) {
  const { look: texts } = useMessages('institution');
  const settled = useSettled(look);
  const query = useQuery({
    queryKey: ['certificate-picture', settled],
    queryFn: async ({ signal }) => {
      const body = named(settled);
      const picture = await read(api.POST('/api/v1/institution/certificate-picture', { body, parseAs: 'blob', signal }));
      return createImageBitmap(picture);
    },
    enabled: !isFaint,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  });
  return (
    <Card title={texts.preview} actions={<SamplePdf look={look} isFaint={isFaint} />}>
      {isFaint ? <p>{texts.previewWaits}</p> : <Loaded query={query}>{(bitmap) => <Picture bitmap={bitmap} />}</Loaded>}
    </Card>
  );
}

/** Drawn rather than linked: the content security policy lets pictures come from addresses of ours only. */
function Picture({ bitmap }: { bitmap: ImageBitmap }) {
  const { look: texts } = useMessages('institution');
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  const { width, height } = bitmap;
  return (
    <canvas ref={canvas} className={styles['certificate']} role="img" aria-label={texts.certificate} {...{ width, height }} />
  );
}

function SamplePdf({ look, isFaint }: { look: Look; isFaint: boolean }) {
  const { look: texts } = useMessages('institution');
  const download = useMutation({
    mutationFn: () => read(api.POST('/api/v1/institution/certificate-preview', { body: named(look), parseAs: 'blob' })),
    onSuccess: (pdf) => save(pdf, 'certificate-sample.pdf'),
  });
  return (
    <>
      {download.error && <ProblemNotice problem={download.error} />}
      <Button isPending={download.isPending} isDisabled={isFaint} onPress={() => download.mutate()}>
        {texts.samplePdf}
      </Button>
    </>
  );
}

/** Whoever has no name yet is not on it. */
function named(look: Look): Look {
  return { ...look, signatories: look.signatories.filter(({ name }) => name.trim() !== '') };
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
