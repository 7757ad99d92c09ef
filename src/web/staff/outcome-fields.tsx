import { LONGEST_OUTCOME_REASON, OUTCOME_LABELS, OUTCOMES } from '../../grants/index.js';
import { formatYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { fieldName, Select, TextArea, YenField } from '../shared/index.js';
import type { TypedOutcome } from './typed-outcome.js';

interface OutcomeFieldsProps {
  readonly applicationId: string;
  readonly organizationName: string;
  /** 査定額; of 0 yen nothing can be granted. */
  readonly assessed: Yen;
  readonly value: TypedOutcome;
}

/** 交付, 減額交付 or 不交付 of one application, with the amount and the reason that the last two want. */
export function OutcomeFields({ applicationId, organizationName, assessed, value }: OutcomeFieldsProps) {
  const name = (field: keyof TypedOutcome): string => fieldName(`outcomes.${applicationId}.${field}`);
  const offered = assessed === ZERO_YEN ? (['refused'] as const) : OUTCOMES;
  return (
    <>
      <Select
        name={name('outcome')}
        label={`「${organizationName}」の処分`}
        options={offered.map((outcome) => ({
          value: outcome,
          label: outcome === 'granted' ? `交付（査定額${formatYen(assessed)}のとおり）` : OUTCOME_LABELS[outcome],
        }))}
        value={value.outcome}
      />
      {assessed > ZERO_YEN && (
        <YenField
          name={name('amount')}
          label="減額して交付する額"
          hint="減額交付のときに入力します。"
          value={value.amount}
        />
      )}
      <TextArea
        name={name('reason')}
        label="減額・不交付の理由"
        hint="減額交付・不交付のときは必ず書きます。通知書に書かれ、団体にも示されます。"
        rows={3}
        most={LONGEST_OUTCOME_REASON}
        value={value.reason}
      />
    </>
  );
}
