import { maskAccountNumber, type OrganizationListRow } from '../../organizations/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  Form,
  Moment,
  Section,
  Select,
  StatusTag,
  Steps,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { ORGANIZATION_STATE } from '../shared/organization-words.js';
import { ORGANIZATIONS_PATH } from './organization-words.js';

type Districts = readonly { readonly id: string; readonly name: string }[];

interface ListProps {
  readonly viewer: Viewer;
  readonly rows: readonly OrganizationListRow[];
  readonly districts: Districts;
  readonly mayOpen: boolean;
}

/** Every organisation of the town; what waits for staff stands first. */
export function OrganizationsPage({ viewer, rows, districts, mayOpen }: ListProps) {
  const url = (path: string): string => viewer.url(`${ORGANIZATIONS_PATH}/${path}`);
  return (
    <>
      <div class="list-actions">
        {mayOpen && (
          <>
            <ButtonLink href={url('new')}>団体を加える</ButtonLink>
            <ButtonLink href={url('import')} kind="secondary">
              Excelから取り込む
            </ButtonLink>
          </>
        )}
        <ButtonLink href={url('figures')} kind="secondary">
          年度の数値
        </ButtonLink>
      </div>
      <DataTable
        caption="団体の一覧"
        captionHidden
        keyboard
        cards
        rows={rows}
        empty={{ title: '団体はまだありません。', body: '「団体を加える」か「Excelから取り込む」で始めてください。' }}
        columns={[
          { label: '団体名', cell: (row) => <a href={url(row.id)}>{row.name}</a> },
          { label: '校区', cell: (row) => row.districtName, tight: true },
          { label: '状態', cell: (row) => <States row={row} />, tight: true },
          { label: '行政区', align: 'end', cell: (row) => row.wardCount, tight: true },
          { label: '代表者', cell: (row) => row.representative ?? '未定', tight: true },
          {
            label: '口座',
            cell: (row) =>
              row.accountNumber ? `${row.bankName ?? ''} ${maskAccountNumber(row.accountNumber)}` : '未入力',
          },
          { label: '提出した日時', cell: (row) => <Moment at={row.submittedAt} />, tight: true },
        ]}
      />
      {mayOpen && (
        <Section title="校区">
          <p>{districts.length > 0 ? districts.map(({ name }) => name).join('、') : '校区はまだありません。'}</p>
          <p>
            <a href={url('districts')}>校区を加える</a>
          </p>
        </Section>
      )}
    </>
  );
}

const States = ({ row }: { row: OrganizationListRow }) => (
  <>
    <StatusTag tone={ORGANIZATION_STATE[row.state].tone}>{ORGANIZATION_STATE[row.state].label}</StatusTag>
    {row.changeOpen && (
      <>
        {' '}
        <StatusTag tone="warning">口座変更の確認待ち</StatusTag>
      </>
    )}
    {row.expiredOfficers > 0 && (
      <>
        {' '}
        <StatusTag tone="warning">{`任期満了 ${String(row.expiredOfficers)}人`}</StatusTag>
      </>
    )}
  </>
);

export interface TypedOpening {
  readonly name: string;
  readonly districtId: string;
  readonly officerRole: string;
  readonly officerName: string;
}

export function NewOrganizationPage({
  viewer,
  districts,
  typed,
}: {
  viewer: Viewer;
  districts: Districts;
  typed: TypedOpening;
}) {
  return (
    <>
      <Steps current={1} total={2} label="団体と最初の役員" />
      <Form action={viewer.url(`${ORGANIZATIONS_PATH}/new`)}>
        <TextField name="name" label="団体名" value={typed.name} hint="後で団体の役員が直せます。" required />
        <Select
          name="districtId"
          label="校区"
          value={typed.districtId}
          options={districts.map(({ id, name }) => ({ value: id, label: name }))}
          {...(districts.length === 0 && {
            hint: '校区がまだありません。先に、団体の一覧の「校区を加える」で加えてください。',
          })}
          required
        />
        <TextField
          name="officerRole"
          label="最初の役員の役職"
          value={typed.officerRole}
          size="medium"
          hint="例：会長、事務局長"
          required
        />
        <TextField
          name="officerName"
          label="最初の役員の氏名"
          value={typed.officerName}
          size="medium"
          hint="この人に利用開始コードを渡します。残りの登録は、この人が入力します。"
          autocomplete="off"
          required
        />
        <ButtonRow>
          <Button>加えてコードを発行する</Button>
          <ButtonLink href={viewer.url(ORGANIZATIONS_PATH)} kind="secondary">
            加えないで戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

export function DistrictsPage({ viewer, districts, name }: { viewer: Viewer; districts: Districts; name: string }) {
  return (
    <>
      <DataTable
        caption="いまある校区"
        rows={districts}
        empty={{ title: '校区はまだありません。', body: '下の欄から加えてください。' }}
        columns={[{ label: '校区', cell: (district) => district.name }]}
      />
      <Section title="校区を加える">
        <Form action={viewer.url(`${ORGANIZATIONS_PATH}/districts`)}>
          <TextField name="name" label="校区の名前" value={name} size="medium" hint="例：小郡校区" required />
          <Button>加える</Button>
        </Form>
      </Section>
    </>
  );
}
