import type { Section as TownSection } from '../../municipalities/index.js';
import { PAYMENT_METHOD_LABELS, PAYMENT_METHODS } from '../../programs/index.js';
import { Checkbox, Section, Select, TextArea, TextField, type Choice } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { InstalmentFields } from './program-instalments.js';

export const PAYMENT_CHOICES: readonly Choice[] = PAYMENT_METHODS.map((method) => ({
  value: method,
  label: PAYMENT_METHOD_LABELS[method],
}));

/** What the programme is called, on what it rests, and how it pays. */
export function BasicsFields({ values, sections }: { values: FormValues; sections: readonly TownSection[] }) {
  const text = (path: string): string => values.text(path);
  return (
    <>
      <Section title="名称">
        <TextField name="name" label="補助制度の名称" hint="例：令和8年度 運営交付金" required value={text('name')} />
        <TextArea name="purpose" label="目的" required rows={3} value={text('purpose')} />
        <Select
          name="handledBy"
          label="担当課"
          required
          value={text('handledBy')}
          options={sections.map(({ id, name, unit }) => ({ value: id, label: `${name} ${unit}` }))}
        />
      </Section>
      <Section title="根拠">
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
      <Section title="支払">
        <Select
          name="payment[method]"
          label="支払方法"
          required
          value={text('payment.method')}
          options={PAYMENT_CHOICES}
        />
        <Checkbox
          name="payment[settlement]"
          label="実績報告のあとに精算する"
          checked={values.flag('payment.settlement')}
        />
      </Section>
      <Section title="まだ確かめていない値">
        <TextArea
          name="sample"
          label="見本の項目"
          hint="確かめていない値があれば、1行に1つずつ書きます。申請する人にも示されます。"
          rows={4}
          value={text('sample')}
        />
      </Section>
    </>
  );
}

/** The same of a draft that exists: rows are added and taken away on its own address. */
export const BasicsWithInstalments = (props: { values: FormValues; sections: readonly TownSection[] }) => (
  <>
    <BasicsFields {...props} />
    <InstalmentFields values={props.values} />
  </>
);
