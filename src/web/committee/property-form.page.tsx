import type { PropertyPage } from '../../properties/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  Form,
  Hidden,
  TextField,
  YenField,
  type Viewer,
} from '../shared/index.js';

export interface TypedLine {
  readonly name?: string;
  readonly quantity?: string;
  readonly price?: string;
  readonly boughtOn?: string;
  readonly keptAt?: string;
  readonly usefulYears?: string;
}

interface PropertyFormProps {
  readonly viewer: Viewer;
  readonly view: PropertyPage;
  readonly source: string;
  readonly line: TypedLine;
}

/** One line of 備品台帳. */
export const PropertyForm = ({ viewer, view: { grant, terms }, source, line }: PropertyFormProps) => (
  <Form action={viewer.url(`committee/grants/${grant.id}/properties`)} label="備品">
    <Hidden name="source" value={source} />
    <TextField name="name" label="品名" hint="例：集会用テント" required value={line.name} />
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
      hint={`わからないときは空欄にします。空欄のときは${String(terms.propertyYears)}年です。`}
      size="short"
      inputMode="numeric"
      suffix="年"
      value={line.usefulYears}
    />
    <ButtonRow>
      <Button>備品台帳に載せる</Button>
      <ButtonLink kind="quiet" href={viewer.url(`committee/grants/${grant.id}/properties`)}>
        やめて戻る
      </ButtonLink>
    </ButtonRow>
  </Form>
);
