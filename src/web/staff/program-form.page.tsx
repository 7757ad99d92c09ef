import type { BudgetLine } from '../../budgets/index.js';
import { formatYen } from '../../kernel/yen.js';
import type { Section as TownSection } from '../../municipalities/index.js';
import { PAYMENT_METHOD_LABELS, PAYMENT_METHODS } from '../../programs/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  DateField,
  Form,
  Section,
  Select,
  TextArea,
  TextField,
  type Viewer,
} from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { ProgramBudgetSection } from './program-budget.js';
import { ApplicantParts, Starts } from './program-form-parts.js';
import { ProgramRuleFields } from './program-rule.js';

export interface ProgramFormProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  /** null for a new programme. */
  readonly draft: { readonly versionId: string; readonly version: number } | null;
  readonly budgetLines: readonly BudgetLine[];
  readonly sections: readonly TownSection[];
}

/** The whole programme as one plain form; what it says is what the system does. */
export function ProgramFormPage({ viewer, values, draft, budgetLines, sections }: ProgramFormProps) {
  const text = (path: string): string => values.text(path);
  return (
    <Form
      action={viewer.url(draft ? `staff/programs/${draft.versionId}` : 'staff/programs')}
      {...(draft && { version: draft.version })}
      label="補助制度"
    >
      <Section title="名称と根拠">
        {!draft && (
          <TextField
            name="code"
            label="記号"
            hint="年度が変わっても同じもの。例：unei"
            required
            size="short"
            value={text('code')}
          />
        )}
        <TextField name="name" label="補助制度の名称" hint="例：令和8年度 運営交付金" required value={text('name')} />
        <TextArea name="purpose" label="目的" required rows={3} value={text('purpose')} />
        <TextField
          name="fiscalYear"
          label="年度（西暦）"
          hint="例：2026（令和8年度）"
          required
          size="short"
          inputMode="numeric"
          value={text('fiscalYear')}
        />
        <TextField name="legalBasis[title]" label="根拠となる規則" required value={text('legalBasis.title')} />
        <TextField
          name="legalBasis[short]"
          label="規則の略称"
          hint="例：交付規則"
          required
          size="medium"
          value={text('legalBasis.short')}
        />
        <TextField
          name="articles[application]"
          label="申請の条"
          required
          size="medium"
          value={text('articles.application')}
        />
        <TextField
          name="articles[decision]"
          label="決定の条"
          required
          size="medium"
          value={text('articles.decision')}
        />
        <TextField name="articles[claim]" label="請求の条" required size="medium" value={text('articles.claim')} />
      </Section>
      <ProgramRuleFields values={values} />
      <Section title="予算と支払">
        <Select
          name="budgetLineId"
          label="予算科目"
          required
          value={text('budgetLineId')}
          options={budgetLines.map(({ id, code, name, ceiling }) => ({
            value: id,
            label: `${code} ${name}（${formatYen(ceiling)}）`,
          }))}
        />
        <Select
          name="payment[method]"
          label="支払方法"
          required
          value={text('payment.method')}
          options={PAYMENT_METHODS.map((method) => ({ value: method, label: PAYMENT_METHOD_LABELS[method] }))}
        />
        <Checkbox
          name="payment[settlement]"
          label="実績報告のあとに精算する"
          checked={values.flag('payment.settlement')}
        />
        <Select
          name="handledBy"
          label="担当課"
          required
          value={text('handledBy')}
          options={sections.map(({ id, name, unit }) => ({ value: id, label: `${name} ${unit}` }))}
        />
      </Section>
      <Section title="日程">
        <DateField name="timetable[opens]" label="受付開始日" required value={values.day('timetable.opens')} />
        <DateField name="timetable[closes]" label="受付終了日" required value={values.day('timetable.closes')} />
        <DateField
          name="timetable[decisionBy]"
          label="交付決定の予定日"
          required
          value={values.day('timetable.decisionBy')}
        />
        <Starts values={values} />
      </Section>
      <ApplicantParts values={values} />
      <ProgramBudgetSection values={values} />
      <Section title="通知書と条件">
        <TextField
          name="letters[decision][formLabel]"
          label="交付決定通知書の様式番号"
          size="medium"
          value={text('letters.decision.formLabel')}
        />
        <Select
          name="letters[decision][seal]"
          label="公印"
          required
          value={text('letters.decision.seal')}
          options={SEALS}
        />
        <TextField
          name="letters[claim][formLabel]"
          label="請求書の様式番号"
          size="medium"
          value={text('letters.claim.formLabel')}
        />
        <TextArea
          name="conditions"
          label="交付の条件"
          hint="1行に1つずつ書きます。"
          rows={5}
          value={text('conditions')}
        />
        <TextArea
          name="sample"
          label="見本の項目"
          hint="まだ確かめていない値があれば、1行に1つずつ書きます。申請する人にも示されます。"
          rows={4}
          value={text('sample')}
        />
      </Section>
      <ButtonRow>
        <Button>下書きを保存する</Button>
        <ButtonLink kind="quiet" href={viewer.url(draft ? `staff/programs/${draft.versionId}` : 'staff/programs')}>
          やめて戻る
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

const SEALS = [
  { value: 'space', label: '公印を押す場所を空ける' },
  { value: 'omitted', label: '「公印省略」と印字する' },
  { value: 'none', label: '公印なし' },
];
