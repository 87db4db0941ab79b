import { useMessages } from '../../../i18n';
import { Chip } from '../../../ui/Notice';

/** On what a European micro-credential has to tell (2022/C 243/02, Annex I). */
export function EuropeanMark() {
  const { details: texts } = useMessages('studio');
  return (
    <>
      {' '}
      <Chip>
        <abbr title={texts.europeanElement}>EU</abbr>
      </Chip>
    </>
  );
}
