import { formatFiscalYear, type FiscalYear } from '../../../kernel/fiscal-year.js';
import { Button, ButtonRow, Form, Select } from '../../shared/index.js';

interface Props {
  readonly action: string;
  readonly year: FiscalYear;
  readonly years: readonly FiscalYear[];
}

/** Another year of the same page. */
export function YearChoice({ action, year, years }: Props) {
  if (years.length < 2) return null;
  return (
    <Form action={action} method="get" label="年度を選ぶ">
      <div class="filter-fields">
        <Select
          name="year"
          label="年度"
          value={String(year)}
          options={years.map((each) => ({ value: String(each), label: formatFiscalYear(each) }))}
        />
      </div>
      <ButtonRow>
        <Button kind="secondary">この年度を見る</Button>
      </ButtonRow>
    </Form>
  );
}
