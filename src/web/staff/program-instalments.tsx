import { Section, Select, TextField, type Choice } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { UNIT_CHOICES } from './program-rounding.js';
import { ProgramRows } from './program-rows.js';

/** April first, as the fiscal year runs. */
const MONTHS: readonly Choice[] = Array.from({ length: 12 }, (_, index) => {
  const month = String(((index + 3) % 12) + 1);
  return { value: month, label: `${month}月` };
});

/** In how many parts the grant is paid before its settlement. */
export function InstalmentFields({ values }: { values: FormValues }) {
  return (
    <Section title="分けて支払うとき">
      <p>
        1回で全額を支払うときは、空欄のままにします。割合は「1/2」や「8/10」のように分数で書きます。合計が1に足りないときは、残りを精算のあとに支払います。端数は第1回に含めます。
      </p>
      <ProgramRows
        values={values}
        path="payment.schedule.parts"
        caption="支払の回"
        coded={false}
        spare={false}
        fields={[
          { field: 'month', label: '請求できる時期', kind: 'select', options: MONTHS, prompt: '交付決定の通知のあと' },
          { field: 'share', label: '交付額に対する割合', kind: 'rate' },
        ]}
      />
      <Select
        name="payment[schedule][unit]"
        label="第2回からの額の端数の単位"
        value={values.text('payment.schedule.unit') || '1'}
        options={UNIT_CHOICES}
      />
      <TextField
        name="payment[schedule][article]"
        label="分けて支払う根拠"
        size="medium"
        value={values.text('payment.schedule.article')}
      />
    </Section>
  );
}
