import {
  DISPOSAL_KIND_LABELS,
  type Disposal,
  type PropertyDesk,
  type PropertyDeskPart,
} from '../../properties/index.js';
import { groupDigits } from '../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  Day,
  Form,
  Money,
  Section,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { Pages } from '../shared/pages-of-rows.js';
import { DisposalTag, PropertyTag } from '../shared/property-words.js';

interface DeskProps {
  readonly viewer: Viewer;
  readonly desk: PropertyDesk;
  readonly part: PropertyDeskPart;
}

const PATH = 'staff/properties';

/** What waits for the section, what runs or is answered, and the register of the town. */
export function StaffPropertiesPage({ viewer, desk, part }: DeskProps) {
  const { waiting, others, items, today } = desk;
  const narrowed = part.words === '' ? {} : { words: part.words };
  return (
    <>
      <Section title={`起案・施行を待つ財産処分（${String(waiting.length)}件）`}>
        <Disposals
          viewer={viewer}
          caption="起案・施行を待つ財産処分"
          empty="起案・施行を待つ申請はありません。"
          disposals={waiting}
        />
      </Section>
      {desk.proposals.length > 0 && (
        <Section title={`確認を待つ備品台帳の訂正（${String(desk.proposals.length)}件）`}>
          <DataTable
            caption="確認を待つ備品台帳の訂正"
            captionHidden
            cards
            empty=""
            rows={desk.proposals}
            columns={[
              { label: '団体', cell: ({ item }) => item.organizationName },
              {
                label: '品名',
                cell: ({ item }) => <a href={viewer.url(`${PATH}/items/${item.id}`)}>{item.name}</a>,
              },
              { label: '内容', cell: ({ kind }) => (kind === 'struck' ? '台帳から削除する' : '記載を直す') },
              { label: '申し出た人', tight: true, cell: ({ proposedByName }) => proposedByName },
            ]}
          />
        </Section>
      )}
      <Section title={`備品台帳（${groupDigits(desk.count)}件）`}>
        {(desk.count > 0 || part.words !== '') && (
          <Form action={viewer.url(PATH)} method="get" label="備品台帳をさがす">
            <div class="filter-row">
              <TextField name="words" label="団体・品名・保管場所" value={part.words} type="search" />
              <Button kind="secondary">探す</Button>
              {part.words !== '' && <a href={viewer.url(PATH)}>すべて表示する</a>}
            </div>
          </Form>
        )}
        <DataTable
          caption="備品台帳"
          captionHidden
          cards
          empty={{
            title: part.words === '' ? '備品台帳に載ったものはありません。' : '当てはまる備品はありません。',
            body: <p>実績報告の検査が終わると、団体が領収書から備品を確かめて載せます。</p>,
          }}
          rows={items}
          columns={[
            {
              label: '団体',
              cell: ({ grantId, organizationName }) => (
                <a href={viewer.url(`staff/grants/${grantId}`)}>{organizationName}</a>
              ),
            },
            {
              label: '品名',
              cell: ({ id, name }) => <a href={viewer.url(`${PATH}/items/${id}`)}>{name}</a>,
            },
            { label: '数量', align: 'end', cell: ({ quantity }) => `${String(quantity)}点` },
            { label: '取得価格', align: 'end', cell: ({ price }) => <Money yen={price} /> },
            { label: '買った日', tight: true, cell: ({ boughtOn }) => <Day date={boughtOn} /> },
            { label: '保管場所', cell: ({ keptAt }) => keptAt },
            { label: '制限の終わり', tight: true, cell: ({ restrictedUntil }) => <Day date={restrictedUntil} /> },
            { label: '状態', tight: true, cell: (item) => <PropertyTag item={item} today={today} /> },
          ]}
        />
        <Pages
          viewer={viewer}
          path={PATH}
          part={part.items}
          total={desk.count}
          query={narrowed}
          label="備品台帳のページ"
        />
      </Section>
      <Section title={`決裁中・回答済みの財産処分（${groupDigits(desk.otherCount)}件）`}>
        <Disposals
          viewer={viewer}
          caption="決裁中・回答済みの財産処分"
          empty="決裁中・回答済みの申請はありません。"
          disposals={others}
        />
        <Pages
          viewer={viewer}
          path={PATH}
          name="others"
          part={part.others}
          total={desk.otherCount}
          label="財産処分のページ"
        />
      </Section>
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url('staff/properties/retention')}>
          書類の保存期間を見る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

interface DisposalsProps {
  readonly viewer: Viewer;
  readonly caption: string;
  readonly empty: string;
  readonly disposals: readonly Disposal[];
}

const Disposals = ({ viewer, caption, empty, disposals }: DisposalsProps) => (
  <DataTable
    caption={caption}
    captionHidden
    cards
    empty={empty}
    rows={disposals}
    columns={[
      {
        label: '処分',
        cell: ({ id, itemName, kind }) => (
          <a href={viewer.url(`staff/properties/${id}`)}>
            {itemName}の{DISPOSAL_KIND_LABELS[kind]}
          </a>
        ),
      },
      { label: '団体', cell: ({ organizationName }) => organizationName },
      { label: '申請日', tight: true, cell: ({ appliedOn }) => <Day date={appliedOn} /> },
      { label: '収入の見込み', align: 'end', cell: ({ proceeds }) => <Money yen={proceeds} /> },
      {
        label: '納付額',
        align: 'end',
        cell: ({ payBack }) => (payBack === null ? '—' : <Money yen={payBack} />),
      },
      { label: '状態', tight: true, cell: (disposal) => <DisposalTag disposal={disposal} forStaff /> },
    ]}
  />
);
