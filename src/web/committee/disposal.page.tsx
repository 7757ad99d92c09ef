import { formatEra } from '../../kernel/local-date.js';
import { DISPOSAL_KIND_LABELS, DISPOSAL_KINDS, type DisposalKind, type PropertyItem } from '../../properties/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DateField,
  Day,
  Form,
  Money,
  Radios,
  TextArea,
  YenField,
  type Viewer,
} from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';

const HINTS: Readonly<Record<DisposalKind, string>> = {
  sale: 'お金を受け取って渡します。',
  transfer: 'ほかの団体などに、無償か安い額で渡します。',
  loan: '持ち主のまま、ほかの人に長く貸します。',
  scrap: '壊れたものなどを捨てます。',
};

interface DisposalFormProps {
  readonly viewer: Viewer;
  readonly item: PropertyItem;
  readonly article: string;
  readonly body: unknown;
}

/** 財産処分承認申請書: which item, how, when, for how much, and why. */
export const DisposalForm = ({ viewer, item, article, body }: DisposalFormProps) => (
  <>
    <p>
      {formatEra(item.restrictedUntil)}までは、処分の前に承認が要ります{article === '' ? '' : `（${article}）`}。
      収入があるときは、補助金に相当する額を納めていただくことがあります。
    </p>
    <CheckAnswers
      answers={[
        { label: '品名', value: `${item.name}　${String(item.quantity)}点` },
        { label: '取得価格', value: <Money yen={item.price} /> },
        { label: '買った日', value: <Day date={item.boughtOn} /> },
      ]}
    />
    <Form
      action={viewer.url(`committee/properties/${item.id}/disposal`)}
      once={typedText(body, 'requestId') || true}
      label="財産処分承認申請"
    >
      <Radios
        name="kind"
        label="処分の方法"
        required
        options={DISPOSAL_KINDS.map((value) => ({ value, label: DISPOSAL_KIND_LABELS[value], hint: HINTS[value] }))}
        value={typedText(body, 'kind')}
      />
      <DateField name="plannedOn" label="処分の予定日" required value={typedText(body, 'plannedOn')} />
      <YenField
        name="proceeds"
        label="収入の見込み"
        hint="収入がないときは0と書きます。"
        required
        value={typedText(body, 'proceeds')}
      />
      <TextArea
        name="reason"
        label="処分する理由"
        hint="例：新しいテントを買ったため、古いテントを隣の校区に売ります。"
        required
        rows={4}
        most={1000}
        value={typedText(body, 'reason')}
      />
      <ButtonRow>
        <Button>この内容で申請する</Button>
        <ButtonLink kind="quiet" href={viewer.url(`committee/grants/${item.grantId}/properties`)}>
          やめて戻る
        </ButtonLink>
      </ButtonRow>
    </Form>
  </>
);
