import { CHECK_ITEMS } from '../../payments/index.js';
import { Radios, TextArea } from '../shared/index.js';

export interface TypedCheck {
  readonly orderIds?: readonly string[];
  readonly findings?: Readonly<Record<string, string>>;
  readonly remark?: string;
}

/** The checklist of 地方自治法232条の4第2項: nothing is ticked beforehand. */
export function CheckFields({ typed }: { typed: TypedCheck }) {
  return (
    <>
      {CHECK_ITEMS.map(({ id, label, text }) => (
        <Radios
          key={id}
          name={`findings[${id}]`}
          label={label}
          hint={text}
          required
          inline
          value={typed.findings?.[id] ?? null}
          options={[
            { value: 'agrees', label: '適正' },
            { value: 'problem', label: '問題あり' },
          ]}
        />
      ))}
      <TextArea
        name="remark"
        label="問題の内容"
        hint="「問題あり」のときに書きます。"
        rows={2}
        value={typed.remark ?? ''}
      />
    </>
  );
}
