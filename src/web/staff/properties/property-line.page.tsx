import { OTHER_KIND, isOpenDisposal, type PropertyLinePage as LineView } from '../../../properties/index.js';
import { formatEra } from '../../../kernel/local-date.js';
import {
  Button,
  ButtonRow,
  Columns,
  Details,
  Form,
  Hidden,
  Notice,
  Section,
  TextArea,
  type Viewer,
} from '../../shared/index.js';
import { FreeDisposal } from '../../shared/free-disposal.js';
import { PropertyFields, type TypedLine } from '../../shared/property-fields.js';
import { DisposalTag, ItemActs, PropertyLine } from '../../shared/property-words.js';
import { typedText } from '../../shared/typed-text.js';

interface LineProps {
  readonly viewer: Viewer;
  readonly view: LineView;
  /** What a refused form held, and which form it was. */
  readonly typed: { readonly act: LineAct; readonly body: unknown } | null;
  readonly mayAct: boolean;
}

export type LineAct = 'correction' | 'strike' | 'free-disposal';

/** One line of 備品台帳 with its trail; staff put every column right, and take out what never belonged there. */
export function StaffPropertyLinePage(props: LineProps) {
  const { viewer, view } = props;
  const { item, acts, disposals, today } = view;
  return (
    <Columns
      asideLabel="この備品の扱い"
      main={
        <>
          <p>
            <a href={viewer.url(`staff/grants/${item.grantId}`)}>{item.organizationName}</a>　{item.programName}
          </p>
          <PropertyLine item={item} today={today} />
          {disposals.length > 0 && (
            <Section title="財産処分の申請">
              <ul>
                {disposals.map((disposal) => (
                  <li key={disposal.id}>
                    <a href={viewer.url(`staff/properties/${disposal.id}`)}>{formatEra(disposal.appliedOn)}の申請</a>{' '}
                    <DisposalTag disposal={disposal} forStaff />
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title="訂正と処分の記録">
            <ItemActs acts={acts} empty="訂正や処分の記録はありません。" />
          </Section>
        </>
      }
      aside={<Acts {...props} />}
    />
  );
}

function Acts({ viewer, view, typed, mayAct }: LineProps) {
  const { item, terms, disposals, today } = view;
  if (!mayAct) return <p>台帳の訂正は担当課の職員が行います。</p>;
  if (item.state !== 'held') return <Notice tone="neutral" title="この備品は、いまは台帳にありません" />;
  if (disposals.some(isOpenDisposal)) {
    return <Notice tone="info" title="処分が申請されています。回答が出るまで、記載は変えられません。" />;
  }
  const path = `staff/properties/items/${item.id}`;
  const bodyOf = (act: LineAct): unknown => (typed?.act === act ? typed.body : undefined);
  return (
    <>
      <Section title="記載を直す">
        <p>前の記載は消えずに、記録に残ります。</p>
        <Form action={viewer.url(`${path}/corrections`)} label="備品台帳の訂正">
          <Hidden name="version" value={String(item.version)} />
          <PropertyFields terms={terms} line={bodyOf('correction') ? lineIn(bodyOf('correction')) : lineOf(item)} />
          <TextArea
            name="reason"
            label="直す理由"
            required
            rows={2}
            value={typedText(bodyOf('correction'), 'reason')}
          />
          <ButtonRow>
            <Button>備品台帳を直す</Button>
          </ButtonRow>
        </Form>
      </Section>
      {today > item.restrictedUntil && (
        <FreeDisposal action={viewer.url(`${path}/free-disposal`)} item={item} body={bodyOf('free-disposal')} />
      )}
      <Details summary="誤って載せたものを台帳から削除する" open={typed?.act === 'strike'}>
        <p>備品でないもの、2回載せたものに使います。処分したものには使いません。記録は残ります。</p>
        <Form action={viewer.url(`${path}/strike`)} label="台帳からの削除">
          <Hidden name="version" value={String(item.version)} />
          <TextArea
            name="strikeReason"
            label="削除する理由"
            required
            rows={2}
            value={typedText(bodyOf('strike'), 'strikeReason')}
          />
          <ButtonRow>
            <Button kind="danger">台帳から削除する</Button>
          </ButtonRow>
        </Form>
      </Details>
    </>
  );
}

const FIELDS = ['name', 'category', 'quantity', 'price', 'boughtOn', 'keptAt', 'usefulYears'] as const;

const lineIn = (body: unknown): TypedLine => Object.fromEntries(FIELDS.map((name) => [name, typedText(body, name)]));

const lineOf = ({ category, quantity, price, boughtOn, usefulYears, name, keptAt }: LineView['item']): TypedLine => ({
  ...{ name, keptAt, category: category === '' ? OTHER_KIND : category, quantity: String(quantity) },
  ...{ price: String(price), boughtOn: formatEra(boughtOn), usefulYears: String(usefulYears) },
});
