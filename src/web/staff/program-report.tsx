import { Checkbox, Section, TextField } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { ProgramRows } from './program-rows.js';

/** Whether a report is asked for, until when, how its account is judged, and what staff check of it. */
export function ReportFields({ values }: { values: FormValues }) {
  return (
    <>
      <Checkbox
        name="report[asked]"
        label="実績報告書を求める"
        hint="支払を「精算あり」とする制度では、印がなくても求めます。"
        checked={values.flag('report.asked')}
      />
      <Section title="提出の期限">
        <Count values={values} path="report.due.days" label="事業が終わった日の翌日からの日数" suffix="日" />
        <p>翌年度のこの日のほうが早いときは、その日までとします。決めないときは空欄にします。</p>
        <Count values={values} path="report.due.latest.month" label="翌年度の月" suffix="月" />
        <Count values={values} path="report.due.latest.day" label="翌年度の日" suffix="日" />
        <Count
          values={values}
          path="report.due.discontinuedDays"
          label="中止・廃止のときの、その翌日からの日数"
          suffix="日"
        />
        <TextField
          name="report[due][article]"
          label="期限の根拠"
          size="medium"
          value={values.text('report.due.article')}
        />
      </Section>
      <Section title="収支決算書と額の確定">
        <Checkbox name="report[receipts]" label="領収書の写しを求める" checked={values.flag('report.receipts')} />
        <TextField
          name="report[carryOver][label]"
          label="次年度繰越の科目名"
          hint="次の年度への繰越を認めないときは空欄にします。"
          size="medium"
          value={values.text('report.carryOver.label')}
        />
        <TextField
          name="report[carryOver][article]"
          label="次年度繰越の根拠"
          size="medium"
          value={values.text('report.carryOver.article')}
        />
        <Checkbox
          name="report[withinCost]"
          label="定額の交付金も、対象経費の実績を超えない額に確定する"
          checked={values.flag('report.withinCost')}
        />
      </Section>
      <Section title="検査の確認項目">
        <ProgramRows
          values={values}
          path="report.checklist"
          caption="検査の確認項目"
          fields={[
            { field: 'text', label: '項目' },
            { field: 'article', label: '根拠' },
          ]}
        />
      </Section>
      <Section title="条文と様式">
        <TextField
          name="report[articles][report]"
          label="実績報告の条"
          size="medium"
          value={values.text('report.articles.report')}
        />
        <TextField
          name="report[articles][determination]"
          label="額の確定の条"
          size="medium"
          value={values.text('report.articles.determination')}
        />
        <TextField
          name="report[formLabel]"
          label="額の確定通知書の様式番号"
          size="medium"
          value={values.text('report.formLabel')}
        />
      </Section>
    </>
  );
}

function Count({ values, path, label, suffix }: { values: FormValues; path: string; label: string; suffix: string }) {
  const name = path.replace(/\.([^.]+)/g, '[$1]');
  return (
    <TextField name={name} label={label} size="short" inputMode="numeric" suffix={suffix} value={values.text(path)} />
  );
}
