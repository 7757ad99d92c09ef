import type { LocalDate } from '../../kernel/local-date.js';
import { DISPOSAL_KIND_LABELS, isOpenDisposal, type PropertyItem, type PropertyPage } from '../../properties/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  Day,
  Form,
  Hidden,
  Money,
  Notice,
  Prose,
  Section,
  type Viewer,
} from '../shared/index.js';
import { DisposalTag, ItemActs, PropertyTag, retentionInWords } from '../shared/property-words.js';

interface PropertiesProps {
  readonly viewer: Viewer;
  readonly view: PropertyPage;
}

/** What the organisation keeps: its books until a day, and what it bought. */
export function PropertiesPage(props: PropertiesProps) {
  const { viewer, view } = props;
  const { grant, terms, items, today } = view;
  return (
    <>
      <Notice tone="info" title={`保存期間：${retentionInWords(view.retainedUntil, terms.years, terms.article)}`}>
        <p>帳簿、領収書、通知書の控えなど、この補助金の書類をこの日まで保存してください。</p>
      </Notice>
      {view.candidates.length > 0 && <Candidates {...props} />}
      <Section
        title="備品台帳"
        actions={
          <ButtonLink small kind="secondary" href={viewer.url(`committee/grants/${grant.id}/properties/new`)}>
            備品を書き足す
          </ButtonLink>
        }
      >
        <p>この補助金で買った備品です。制限の日までに処分するときは、先に承認を受けてください。</p>
        <DataTable
          caption="備品台帳"
          captionHidden
          cards
          empty={{ title: '備品はまだ載っていません。', body: <p>備品を買ったときは、ここに書き足します。</p> }}
          rows={items}
          columns={[
            {
              label: '品名',
              cell: ({ id, name }) => <a href={viewer.url(`committee/properties/${id}`)}>{name}</a>,
            },
            { label: '数量', align: 'end', cell: ({ quantity }) => `${String(quantity)}点` },
            { label: '取得価格', align: 'end', cell: ({ price }) => <Money yen={price} /> },
            { label: '買った日', tight: true, cell: ({ boughtOn }) => <Day date={boughtOn} /> },
            { label: '保管場所', cell: ({ keptAt }) => keptAt },
            { label: '処分の制限', tight: true, cell: (item) => <Restriction item={item} today={today} /> },
            { label: '処分', tight: true, cell: (item) => <DisposalLink {...props} item={item} /> },
          ]}
        />
      </Section>
      <Disposals {...props} />
      {view.acts.length > 0 && (
        <Section title="訂正と処分の記録">
          <ItemActs acts={view.acts} empty="" />
        </Section>
      )}
      <ButtonRow>
        <ButtonLink kind="quiet" small href={viewer.url(`committee/grants/${grant.id}`)}>
          この補助金のページに戻る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

const Restriction = ({ item, today }: { item: PropertyItem; today: LocalDate }) => (
  <>
    <Day date={item.restrictedUntil} />
    まで <PropertyTag item={item} today={today} />
  </>
);

function DisposalLink({ viewer, view, item }: PropertiesProps & { item: PropertyItem }) {
  const open = view.disposals.find((each) => each.itemId === item.id && isOpenDisposal(each));
  if (open) return <DisposalTag disposal={open} forStaff={false} />;
  if (item.state !== 'held') return <>—</>;
  if (view.today > item.restrictedUntil)
    return <a href={viewer.url(`committee/properties/${item.id}`)}>処分を記録する</a>;
  return <a href={viewer.url(`committee/properties/${item.id}/disposal`)}>処分を申請する</a>;
}

/** What the inspected report says was bought: each is put into the register, or said to be none. */
const Candidates = ({ viewer, view: { grant, candidates } }: PropertiesProps) => (
  <Section title="備品かどうかを確かめてください">
    <p>実績報告の領収書のうち、備品と思われるものです。</p>
    <DataTable
      caption="備品と思われるもの"
      captionHidden
      cards
      empty=""
      rows={candidates}
      columns={[
        { label: '領収書の内容', cell: ({ name }) => name },
        { label: '科目', cell: ({ line }) => line },
        { label: '金額', align: 'end', cell: ({ price }) => <Money yen={price} /> },
        { label: '支払った日', tight: true, cell: ({ boughtOn }) => <Day date={boughtOn} /> },
        {
          label: '答え',
          tight: true,
          cell: ({ source, name }) => (
            <Form
              action={viewer.url(`committee/grants/${grant.id}/properties/dismissals`)}
              label={`${name}は備品でない`}
            >
              <Hidden name="source" value={source} />
              <ButtonLink small href={viewer.url(`committee/grants/${grant.id}/properties/new?source=${source}`)}>
                台帳に載せる
              </ButtonLink>{' '}
              <Button small kind="secondary">
                備品ではない
              </Button>
            </Form>
          ),
        },
      ]}
    />
  </Section>
);

const Disposals = ({ viewer, view: { disposals } }: PropertiesProps) => (
  <Section title="財産処分の申請">
    <DataTable
      caption="財産処分の申請"
      captionHidden
      cards
      empty="財産処分の申請はありません。"
      rows={disposals}
      columns={[
        { label: '品名', cell: ({ itemName }) => itemName },
        { label: '方法', tight: true, cell: ({ kind }) => DISPOSAL_KIND_LABELS[kind] },
        { label: '申請日', tight: true, cell: ({ appliedOn }) => <Day date={appliedOn} /> },
        { label: '収入の見込み', align: 'end', cell: ({ proceeds }) => <Money yen={proceeds} /> },
        {
          label: '納める額',
          align: 'end',
          cell: ({ payBack }) => (payBack === null ? '—' : <Money yen={payBack} strong />),
        },
        {
          label: '状態',
          cell: (disposal) => (
            <>
              <DisposalTag disposal={disposal} forStaff={false} />{' '}
              {disposal.letterId && (
                <a href={viewer.url(`committee/letters/${disposal.letterId}`)}>{disposal.letterNumber ?? '通知書'}</a>
              )}
              {disposal.note !== '' && <Prose text={disposal.note} />}
              {disposal.state === 'sent' && (
                <Form action={viewer.url(`committee/disposals/${disposal.id}/withdrawal`)} label="申請の取下げ">
                  <Button small kind="quiet">
                    取り下げる
                  </Button>
                </Form>
              )}
            </>
          ),
        },
      ]}
    />
  </Section>
);
