import { CHECK_ITEMS } from '../../payments/index.js';
import { Radios, TextField } from '../shared/index.js';

export interface TypedCheck {
  readonly orderIds?: readonly string[];
  readonly findings?: Readonly<Record<string, string>>;
  readonly remarks?: Readonly<Record<string, string>>;
}

/** The checklist of 地方自治法232条の4第2項: nothing is ticked beforehand. */
export function CheckFields({ typed }: { typed: TypedCheck }) {
  return (
    <>
      {CHECK_ITEMS.map(({ id, label, text }) => (
        <div class="check-item" key={id}>
          <Radios
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
          <TextField
            name={`remarks[${id}]`}
            label={`${label}の問題の内容`}
            hint="「問題あり」のときに書きます。"
            value={typed.remarks?.[id] ?? ''}
          />
        </div>
      ))}
    </>
  );
}
