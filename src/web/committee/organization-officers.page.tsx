import { type Officer, type OrganizationView } from '../../organizations/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DataTable,
  Day,
  Form,
  Moment,
  Notice,
  Prose,
  Section,
  StatusTag,
  type Viewer,
} from '../shared/index.js';
import { keptOfficer, OfficerFields, type TypedOfficer } from '../shared/organization-fields.js';
import { Term, TermTag } from '../shared/organization-facts.js';
import { compared } from '../shared/organization-typed.js';
import { StaleComparison } from '../shared/stale-comparison.js';
import { SaveRow } from './organization-parts.page.js';
import { ORGANIZATION_PATH } from './organization-path.js';
import { RemarksHere } from './organization-remarks.js';

const OFFICERS_PATH = `${ORGANIZATION_PATH}/officers`;

/** The list with terms; with `viewer` each name opens its form. */
export function OfficerTable({ view, viewer }: { view: OrganizationView; viewer?: Viewer }) {
  const { file, today } = view;
  return (
    <DataTable
      caption="役員"
      captionHidden
      cards
      rows={file.officers}
      empty={{ title: '役員はまだいません。', body: '「役員を加える」から入力してください。' }}
      columns={[
        {
          label: '氏名',
          cell: (officer) => (
            <>
              {viewer ? <a href={viewer.url(`${OFFICERS_PATH}/${officer.id}`)}>{officer.name}</a> : officer.name}
              {officer.isRepresentative && (
                <>
                  {' '}
                  <StatusTag tone="info">代表者</StatusTag>
                </>
              )}
            </>
          ),
        },
        { label: '役職', cell: ({ role }) => role },
        {
          label: '任期',
          cell: (officer) => (
            <>
              <Term officer={officer} />
              <br />
              <TermTag officer={officer} today={today} />
            </>
          ),
        },
        { label: '電話番号', cell: ({ phone }) => phone ?? 'なし', tight: true },
        { label: 'ログイン', cell: (officer) => <AccessTag view={view} officer={officer} />, tight: true },
      ]}
    />
  );
}

function AccessTag({ view, officer }: { view: OrganizationView; officer: Officer }) {
  if (view.officersWithAccount.has(officer.id)) return <StatusTag tone="success">利用中</StatusTag>;
  if (view.officersInvited.has(officer.id)) return <StatusTag tone="info">コード発行済み</StatusTag>;
  return <StatusTag tone="neutral">未発行</StatusTag>;
}

interface OfficersPageProps {
  readonly viewer: Viewer;
  readonly view: OrganizationView;
  readonly answers?: Readonly<Record<string, string>>;
}

export function OfficersPage({ viewer, view, answers }: OfficersPageProps) {
  const returned = view.file.state === 'returned' && view.file.remarks.some(({ field }) => field === 'officers');
  return (
    <>
      <p>代表者を1人決めてください。名前を押すと、内容を直したり、利用開始コードを発行したりできます。</p>
      <RepresentativeTold viewer={viewer} view={view} />
      <OfficerTable view={view} viewer={viewer} />
      <ButtonRow>
        <ButtonLink href={viewer.url(`${OFFICERS_PATH}/new`)}>役員を加える</ButtonLink>
        <ButtonLink href={viewer.url(ORGANIZATION_PATH)} kind="secondary">
          一覧に戻る
        </ButtonLink>
      </ButtonRow>
      {returned && (
        <Form action={viewer.url(`${OFFICERS_PATH}/answers`)} label="指摘への回答">
          <RemarksHere file={view.file} fields={['officers']} answers={answers} />
          <ButtonRow>
            <Button kind="secondary">回答を保存する</Button>
          </ButtonRow>
        </Form>
      )}
    </>
  );
}

/** 代表者変更届 that is under way: where it stands, why it came back, and the way to take it back. */
function RepresentativeTold({
  viewer,
  view: { representativeChange: told },
}: Pick<OfficersPageProps, 'viewer' | 'view'>) {
  if (!told) return null;
  const returned = told.state === 'returned';
  return (
    <Notice
      tone={returned ? 'warning' : 'info'}
      title={returned ? '代表者変更届が差し戻されました' : '代表者の変更を届け出ています'}
    >
      <p>
        {told.beforeRole}　{told.beforeName}　→　{told.afterRole}　{told.afterName}（
        <Moment at={told.toldAt} />　{told.toldBy}）
      </p>
      {returned ? (
        <>
          <Prose text={told.returnNote} />
          <p>
            <Day date={told.correctBy} />
            までに、新しい代表者の名前を押して直し、「代表者にする」に印を付けて保存してください。もう一度届け出たことになります。
          </p>
        </>
      ) : (
        <p>担当課が確かめています。通知書が届くまで、代表者は{told.beforeName}さんのままです。</p>
      )}
      {told.state !== 'proposed' && (
        <Form action={viewer.url(`${OFFICERS_PATH}/representative/${told.id}/withdrawal`)} label="代表者変更届の取下げ">
          <Button kind="secondary" small>
            代表者変更届を取り下げる
          </Button>
        </Form>
      )}
    </Notice>
  );
}

interface OfficerPageProps {
  readonly viewer: Viewer;
  readonly view: OrganizationView;
  readonly officer: Officer | null;
  readonly typed: TypedOfficer;
  readonly stale?: boolean;
}

export function OfficerPage({ viewer, view, officer, typed, stale = false }: OfficerPageProps) {
  const action = viewer.url(officer ? `${OFFICERS_PATH}/${officer.id}` : OFFICERS_PATH);
  return (
    <>
      {stale && officer && <StaleComparison rows={compared(LABELS, inWords(keptOfficer(officer)), inWords(typed))} />}
      <Form action={action} version={officer?.version ?? 0}>
        <OfficerFields typed={typed} />
        <SaveRow viewer={viewer} back={OFFICERS_PATH} />
      </Form>
      {officer && <Access viewer={viewer} view={view} officer={officer} />}
      {officer && !officer.isRepresentative && !isViewer(viewer, officer) && (
        <Section title="名簿から外す">
          <p>退任した役員は名簿から外してください。これまでの記録は残ります。</p>
          <ButtonLink href={viewer.url(`${OFFICERS_PATH}/${officer.id}/removal`)} kind="secondary">
            {officer.name}さんを名簿から外す
          </ButtonLink>
        </Section>
      )}
    </>
  );
}

function Access({ viewer, view, officer }: { viewer: Viewer; view: OrganizationView; officer: Officer }) {
  if (isViewer(viewer, officer)) return null;
  return (
    <Section title="この窓口の利用">
      {view.officersWithAccount.has(officer.id) ? (
        <p>この役員は利用を始めています。パスワードを忘れたときは、役所の担当課で手続をしてください。</p>
      ) : (
        <>
          <p>利用開始コードを印刷して渡すと、この役員も申請や請求の手続ができるようになります。</p>
          <Form action={viewer.url(`${OFFICERS_PATH}/${officer.id}/invitation`)}>
            <Button kind="secondary">利用開始コードを発行する</Button>
          </Form>
        </>
      )}
    </Section>
  );
}

export function RemovalPage({ viewer, officer }: { viewer: Viewer; officer: Officer }) {
  return (
    <>
      <Notice tone="warning" title={`${officer.name}さんを名簿から外します`}>
        <p>この役員は、この窓口にログインできなくなります。これまでに行った手続の記録は残ります。</p>
      </Notice>
      <CheckAnswers
        answers={[
          { label: '役職', value: officer.role },
          { label: '氏名', value: officer.name },
          { label: '任期', value: <Term officer={officer} /> },
        ]}
      />
      <Form action={viewer.url(`${OFFICERS_PATH}/${officer.id}/removal`)}>
        <ButtonRow>
          <Button kind="danger">名簿から外す</Button>
          <ButtonLink href={viewer.url(`${OFFICERS_PATH}/${officer.id}`)} kind="secondary">
            外さないで戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

const LABELS = {
  role: '役職',
  name: '氏名',
  termFrom: '任期の開始日',
  termUntil: '任期の終了日',
  phone: '電話番号',
  isRepresentative: '代表者',
};

const inWords = (typed: TypedOfficer): Record<keyof TypedOfficer, string> => ({
  ...typed,
  isRepresentative: typed.isRepresentative ? 'はい' : 'いいえ',
});

const isViewer = ({ actor }: Viewer, officer: Officer): boolean =>
  actor.kind === 'officer' && actor.officerId === officer.id;
