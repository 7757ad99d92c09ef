import {
  contentOf,
  faultsBeforeSubmission,
  hasExpired,
  openRemarks,
  partState,
  REGISTRATION_PARTS,
  type OrganizationView,
  type RegistrationPart,
} from '../../organizations/index.js';
import {
  ButtonLink,
  CheckAnswers,
  Day,
  EmptyState,
  Moment,
  Notice,
  Section,
  StatusTag,
  TaskList,
  type Task,
  type Viewer,
} from '../shared/index.js';
import { FileLink } from '../shared/kept-files.js';
import { accountInShort, detailAnswers } from '../shared/organization-facts.js';
import { OfficerTable } from './organization-officers.page.js';
import { ORGANIZATION_PATH } from './organization-path.js';

const TASKS: Readonly<Record<RegistrationPart, { label: string; hint: string }>> = {
  details: { label: '団体の名前と連絡先', hint: '名前、フリガナ、校区、住所、電話番号' },
  wards: { label: '行政区の一覧', hint: '行政区の数は、運営交付金の額に関わります' },
  bylaws: { label: '規約', hint: 'PDF、写真、Wordのファイルを1つ' },
  officers: { label: '役員の名簿', hint: '代表者と、その任期' },
  account: { label: '振込先の口座', hint: '通帳を手元に用意してください' },
};

const STATE = {
  todo: { status: '未入力', tone: 'neutral' },
  mend: { status: '回答が必要', tone: 'warning' },
  done: { status: '入力済み', tone: 'success' },
} as const;

/** What an officer sees of the organisation: tasks while it is written, the facts once it is with the town. */
export function OrganizationPage({ viewer, view }: { viewer: Viewer; view: OrganizationView }) {
  const { state } = view.file;
  return state === 'draft' || state === 'returned' ? (
    <Writing viewer={viewer} view={view} />
  ) : (
    <Kept viewer={viewer} view={view} />
  );
}

function Writing({ viewer, view }: { viewer: Viewer; view: OrganizationView }) {
  const { file, today } = view;
  const content = contentOf(file);
  const ready = faultsBeforeSubmission(content, today).length === 0;
  const tasks: Task[] = REGISTRATION_PARTS.map((part) => ({
    ...TASKS[part],
    href: viewer.url(`${ORGANIZATION_PATH}/${part}`),
    ...STATE[partState(part, content, today)],
  }));
  return (
    <>
      {file.state === 'returned' && (
        <Notice tone="warning" title={`担当課から${String(openRemarks(file).length)}件の指摘があります`}>
          <p>「回答が必要」となっているところを開き、直すか、回答を書いてから、もう一度提出してください。</p>
        </Notice>
      )}
      <p>どこから始めてもかまいません。入力した内容は画面ごとに保存されるので、途中でやめて、後で続けられます。</p>
      <TaskList
        tasks={[
          ...tasks,
          {
            label: '内容を確かめて提出する',
            ...(ready
              ? { href: viewer.url(`${ORGANIZATION_PATH}/check`), status: '提出できます', tone: 'info' as const }
              : { hint: '上の項目がすべて済むと、提出できます。', status: 'まだ提出できません' }),
          },
        ]}
      />
    </>
  );
}

function Kept({ viewer, view }: { viewer: Viewer; view: OrganizationView }) {
  const { file } = view;
  const registered = file.state === 'registered';
  const url = (path: string): string => viewer.url(`${ORGANIZATION_PATH}/${path}`);
  const change = (path: string, label: string) =>
    registered && (
      <ButtonLink href={url(path)} kind="secondary" small>
        {label}
      </ButtonLink>
    );
  return (
    <>
      {registered ? (
        <p>
          <StatusTag tone="success">登録済み</StatusTag>　登録した日：
          <Day date={file.registeredOn} />
        </p>
      ) : (
        <Notice tone="info" title="担当課が内容を確認しています">
          <p>
            提出した日時：
            <Moment at={file.submittedAt} />
          </p>
          <p>確認が終わると、ここに結果が出ます。提出した内容は下のとおりです。</p>
        </Notice>
      )}
      <ExpiredOfficers view={view} />
      <Section title="団体の名前と連絡先" actions={change('details', '連絡先を変える')}>
        <CheckAnswers answers={detailAnswers(file)} />
      </Section>
      {registered && (
        <Section title="団体の紹介" actions={change('introduction', '紹介を書く・直す')}>
          <p>
            住民が読む
            <a href={viewer.url(`organizations/${file.id}`)}>団体のページ</a>
            に、自分たちの言葉で紹介を載せられます。
          </p>
        </Section>
      )}
      <Section title={`行政区（${String(file.wards.length)}）`}>
        <p>{file.wards.join('、')}</p>
      </Section>
      <Section title="規約">
        <p>
          {file.bylaws && (
            <FileLink
              name={file.bylaws.name}
              href={url('bylaws/file')}
              scan={view.scans.get(file.bylaws.sha256) ?? 'not-scanned'}
            />
          )}
        </p>
        {registered && <p class="hint">団体名、行政区、規約が変わったときは、担当課へ連絡してください。</p>}
      </Section>
      <Section title="役員の名簿" actions={change('officers', '役員を変える')}>
        <OfficerTable view={view} />
      </Section>
      <Section title="振込先の口座" actions={change('account', registered ? '口座を見る・変える' : '口座')}>
        {file.account ? <p>{accountInShort(file.account)}</p> : <EmptyState title="口座はまだありません。" />}
        {view.openChange && <p>口座の変更を確認しています。確認が済むまで、振込は止まります。</p>}
      </Section>
    </>
  );
}

/** Officers change every April; whoever is left over is shown until the list is brought up to date. */
export function ExpiredOfficers({ view }: { view: OrganizationView }) {
  const expired = view.file.officers.filter((officer) => hasExpired(officer, view.today));
  if (expired.length === 0) return null;
  return (
    <Notice tone="warning" title={`任期が終わった役員が${String(expired.length)}人います`}>
      <p>{expired.map(({ role, name }) => `${role} ${name}`).join('、')}</p>
      <p>再任のときは任期を、交代のときは新しい役員を入力してください。</p>
    </Notice>
  );
}
