import { Checkbox, Section, Select, TextField, type Choice } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { ProgramRows } from './program-rows.js';

export const CONFLICT_CHOICES: readonly Choice[] = [
  { value: 'mean', label: 'ほかの委員の平均点を付けたものとする' },
  { value: 'out', label: '合計にも平均にも入れない' },
];

const LEAST_CHOICES: readonly Choice[] = [
  { value: 'mean', label: '委員の点の平均' },
  { value: 'total', label: '委員の点の合計' },
];

/** Whether a panel judges what applies, by which items, and from when on a case reaches what is asked. */
export function PanelFields({ values }: { values: FormValues }) {
  return (
    <>
      <Checkbox
        name="panel[asked]"
        label="審査会で審査する"
        hint="印を付けると、審査会の結果が出るまで、担当課の審査を終えられません。"
        checked={values.flag('panel.asked')}
      />
      <Section title="評価項目">
        <p>委員は、項目ごとに0点から配点までの点を付けます。同点のときは、印のある項目を上から順に比べます。</p>
        <ProgramRows
          values={values}
          path="panel.criteria"
          caption="評価項目"
          fields={[
            { field: 'label', label: '項目' },
            { field: 'hint', label: '説明' },
            { field: 'most', label: '配点', kind: 'number' },
            { field: 'floor', label: '最低の点', kind: 'number' },
            { field: 'decides', label: '同点で比べる', kind: 'tick' },
          ]}
        />
      </Section>
      <Section title="基準と利害関係">
        <TextField
          name="panel[least][points]"
          label="最低基準の点"
          hint="例：36、62.5。基準がないときは空欄にします。"
          size="short"
          suffix="点"
          value={values.text('panel.least.points')}
        />
        <Select
          name="panel[least][of]"
          label="最低基準で比べるもの"
          options={LEAST_CHOICES}
          value={values.text('panel.least.of') || 'mean'}
        />
        <Select
          name="panel[conflictRule]"
          label="利害関係のある委員の点"
          hint="利害関係のある委員は、その申請を見ることも採点することもできません。"
          options={CONFLICT_CHOICES}
          value={values.text('panel.conflictRule') || 'mean'}
        />
        <TextField name="panel[article]" label="審査会の根拠" size="medium" value={values.text('panel.article')} />
      </Section>
    </>
  );
}
