import {
  OTHER_KIND,
  isOpenDisposal,
  type ItemProposal,
  type PropertyLinePage as LineView,
} from '../../../properties/index.js';
import { formatEra } from '../../../kernel/local-date.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
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
  readonly mayConfirm: boolean;
}

export type LineAct = 'correction' | 'strike' | 'free-disposal' | 'proposal';

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
          {view.proposal && <Proposal {...props} proposal={view.proposal} />}
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
            {view.refused.map(({ id, reason, answer, proposedByName, answeredByName }) => (
              <p class="hint" key={id}>
                取りやめた訂正の申出：{reason}（{proposedByName}）／理由：{answer}（{answeredByName}）
              </p>
            ))}
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
  if (view.proposal) {
    return <Notice tone="info" title="訂正の確認を待っています。確認が済むまで、記載は変えられません。" />;
  }
  const path = `staff/properties/items/${item.id}`;
  const bodyOf = (act: LineAct): unknown => (typed?.act === act ? typed.body : undefined);
  return (
    <>
      <Section title="記載を直す">
        <p>
          前の記載は消えずに、記録に残ります。制限の終わりを早める訂正や、取得価格か数量を減らす訂正は、ほかの職員が確認してから反映されます。
        </p>
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
        <p>
          備品でないもの、2回載せたものに使います。処分したものには使いません。記録は残ります。ほかの職員が確認してから削除されます。
        </p>
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

/** What a colleague proposed, beside what it would change; confirmed by another. */
function Proposal({ viewer, view, typed, mayConfirm, proposal }: LineProps & { readonly proposal: ItemProposal }) {
  const path = `staff/properties/items/${view.item.id}/proposal`;
  const own = viewer.actor.kind === 'staff' && viewer.actor.staffId === proposal.proposedBy;
  const refusal = typed?.act === 'proposal' ? typedText(typed.body, 'refusal') : '';
  return (
    <Section title="確認を待つ訂正">
      <CheckAnswers
        answers={[
          { label: '内容', value: proposal.kind === 'struck' ? '台帳から削除する' : '記載を直す' },
          ...proposal.changes.map(({ label, before, after }) => ({ label, value: `${before} → ${after}` })),
          { label: '理由', value: proposal.reason },
          { label: '申し出た人', value: proposal.proposedByName },
        ]}
      />
      {mayConfirm && !own && (
        <Form action={viewer.url(path)} label="訂正の確認">
          <Hidden name="proposalId" value={proposal.id} />
          <p>領収書や写真と見比べて、訂正が正しいことを確かめてから押してください。</p>
          <ButtonRow>
            <Button>訂正を確認して反映する</Button>
          </ButtonRow>
        </Form>
      )}
      {own && <p>自分が申し出た訂正は、ほかの職員が確認します。</p>}
      {mayConfirm && (
        <Details summary={own ? '申出を取り下げる' : '訂正を認めない'} open={refusal !== ''}>
          <Form action={viewer.url(`${path}/refusal`)} label="訂正の取りやめ">
            <Hidden name="proposalId" value={proposal.id} />
            <TextArea name="refusal" label="取りやめる理由" required rows={2} value={refusal} />
            <ButtonRow>
              <Button kind="danger">訂正を取りやめる</Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
    </Section>
  );
}

const FIELDS = ['name', 'category', 'quantity', 'price', 'boughtOn', 'keptAt', 'usefulYears'] as const;

const lineIn = (body: unknown): TypedLine => Object.fromEntries(FIELDS.map((name) => [name, typedText(body, name)]));

const lineOf = ({ category, quantity, price, boughtOn, usefulYears, name, keptAt }: LineView['item']): TypedLine => ({
  ...{ name, keptAt, category: category === '' ? OTHER_KIND : category, quantity: String(quantity) },
  ...{ price: String(price), boughtOn: formatEra(boughtOn), usefulYears: String(usefulYears) },
});
