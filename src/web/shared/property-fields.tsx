import { OTHER_KIND } from '../../properties/index.js';
import type { KeepingTerms } from '../../kernel/keeping-terms.js';
import { DateField, Select, TextField, YenField } from './fields.js';

export interface TypedLine {
  readonly name?: string;
  readonly category?: string;
  readonly quantity?: string;
  readonly price?: string;
  readonly boughtOn?: string;
  readonly keptAt?: string;
  readonly usefulYears?: string;
}

/** The columns of 備品台帳 as fields; the kinds are those of the programme's edition. */
export const PropertyFields = ({ terms, line }: { terms: KeepingTerms; line: TypedLine }) => (
  <>
    <TextField name="name" label="品名" hint="例：集会用テント" required value={line.name} />
    {terms.propertyKinds && (
      <Select
        name="category"
        label="備品の種類"
        required
        value={line.category}
        options={[
          ...terms.propertyKinds.map(({ label, years }) => ({ value: label, label: `${label}（${String(years)}年）` })),
          { value: OTHER_KIND, label: `そのほか（${String(terms.propertyYears)}年）` },
        ]}
      />
    )}
    <TextField
      name="quantity"
      label="数量"
      required
      size="short"
      inputMode="numeric"
      suffix="点"
      value={line.quantity}
    />
    <YenField name="price" label="取得価格" hint="全部の数量を合わせた額です。" required value={line.price} />
    <DateField name="boughtOn" label="買った日" required value={line.boughtOn} />
    <TextField name="keptAt" label="保管している場所" hint="例：公民館の倉庫" required value={line.keptAt} />
    <TextField
      name="usefulYears"
      label="耐用年数"
      hint={
        terms.propertyKinds
          ? 'わからないときは空欄にします。空欄のときは、選んだ種類の年数になります。'
          : `わからないときは空欄にします。空欄のときは${String(terms.propertyYears)}年です。`
      }
      size="short"
      inputMode="numeric"
      suffix="年"
      value={line.usefulYears}
    />
  </>
);
