import { useMessages } from '../../../i18n';
import { NumberField } from '../../../ui/fields';

interface NumericFieldProps {
  unit: string;
  value: number | null;
  onChange: (value: number | null) => void;
}

export function NumericField({ unit, value, onChange }: NumericFieldProps) {
  const { quiz } = useMessages('learning');
  return (
    <NumberField
      label={unit ? `${quiz.yourAnswer} (${unit})` : quiz.yourAnswer}
      step="any"
      value={value}
      onChange={(given) => onChange(given !== null && Number.isFinite(given) ? given : null)}
    />
  );
}
