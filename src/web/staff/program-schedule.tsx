import type { BudgetLine } from '../../budgets/index.js';
import { formatYen } from '../../kernel/yen.js';
import { Checkbox, DateField, Section, Select, TextField, type Choice } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';

export const START_CHOICES: readonly Choice[] = [
  { value: 'day', label: '決めた日から' },
  { value: 'decision', label: '交付決定の日から' },
];

/** The year with its budget line and every day of it: they belong to one year, so they change together. */
export function ScheduleFields({ values, budgetLines }: { values: FormValues; budgetLines: readonly BudgetLine[] }) {
  return (
    <>
      <Section title="年度と予算">
        <TextField
          name="fiscalYear"
          label="年度（西暦）"
          hint="例：2026（令和8年度）"
          required
          size="short"
          inputMode="numeric"
          value={values.text('fiscalYear')}
        />
        <Select
          name="budgetLineId"
          label="予算科目"
          hint="年度を変えたときは、いちど保存すると、その年度の科目から選べます。"
          required
          value={values.text('budgetLineId')}
          options={budgetLines.map(({ id, code, name, ceiling }) => ({
            value: id,
            label: `${code} ${name}（${formatYen(ceiling)}）`,
          }))}
        />
      </Section>
      <Section title="受付と決定">
        <DateField name="timetable[opens]" label="受付開始日" required value={values.day('timetable.opens')} />
        <DateField name="timetable[closes]" label="受付終了日" required value={values.day('timetable.closes')} />
        <DateField
          name="timetable[decisionBy]"
          label="交付決定の予定日"
          required
          value={values.day('timetable.decisionBy')}
        />
      </Section>
      <Starts values={values} />
      <Section title="回数と取下げ">
        <Checkbox
          name="fromProposals"
          label="採択された企画提案から申請を始められる"
          hint="提案した団体（または担当課が決めた団体）の申請書に、提案の答えが写されます。"
          checked={values.flag('fromProposals')}
        />
        <TextField
          name="perYear[most]"
          label="一つの団体が1年度に申請できる件数"
          hint="限りがないときは空欄にします。"
          size="short"
          inputMode="numeric"
          value={values.text('perYear.most')}
        />
        <TextField name="perYear[article]" label="件数の根拠" size="medium" value={values.text('perYear.article')} />
        <TextField
          name="withdrawalDays"
          label="決定のあとに取り下げられる日数"
          hint="通知書の施行の日の翌日から数えます。認めないときは0にします。"
          required
          size="short"
          inputMode="numeric"
          value={values.text('withdrawalDays')}
        />
      </Section>
    </>
  );
}

/** From when costs count. */
function Starts({ values }: { values: FormValues }) {
  return (
    <Section title="対象となる経費の始まり">
      <Select
        name="eligibleStart[kind]"
        label="対象となる経費の始まり"
        required
        value={values.text('eligibleStart.kind')}
        options={START_CHOICES}
      />
      <DateField
        name="eligibleStart[day]"
        label="対象となる経費の始まりの日"
        hint="始まりを「決めた日から」とするとき。例：令和8年4月1日"
        value={values.day('eligibleStart.day')}
      />
      <Checkbox
        name="eligibleStart[priorStart]"
        label="始まりを「交付決定の日から」とするとき、事前着手の申出を受け付ける"
        checked={values.flag('eligibleStart.priorStart')}
      />
    </Section>
  );
}
