import type { Actor } from '../../../src/kernel/actor.js';
import { municipalityId } from '../../../src/kernel/actor.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { workingOf } from '../../../src/kernel/working.js';
import { yen } from '../../../src/kernel/yen.js';
import type { Municipality, Section as TownSection } from '../../../src/municipalities/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  CheckAnswers,
  Checkbox,
  Checkboxes,
  Columns,
  DataTable,
  DateField,
  Day,
  Details,
  EmptyState,
  FieldGroup,
  Figure,
  FigureRow,
  FileField,
  Form,
  LiveProgress,
  Moment,
  Money,
  Notice,
  PasswordField,
  Radios,
  Section,
  Select,
  StatusTag,
  Steps,
  SubNavigation,
  TaskList,
  TextArea,
  TextField,
  Timeline,
  WorkingTable,
  YenField,
  type DeskName,
  type PageContent,
  type Viewer,
} from '../../../src/web/shared/index.js';
import { shownWords } from '../../../src/records/index.js';
import { TownList } from '../../../src/web/public/town-page/town-list.page.js';
import { TownPage } from '../../../src/web/public/town-page/town-page.page.js';
import { townUrl } from '../../../src/web/shared/town-url.js';

/** Every component in the company it keeps, so that it can be looked at and checked without a database. */
export interface GalleryPage {
  readonly name: string;
  readonly viewer: Viewer;
  readonly content: PageContent;
}

const OGORI: Municipality = {
  id: municipalityId('402168'),
  slug: 'ogori',
  name: '小郡市',
  kana: 'おごおりし',
  prefecture: '福岡県',
  hallName: '小郡市役所',
  postalCode: '838-0198',
  address: '福岡県小郡市小郡255番地1',
  headTitle: '小郡市長',
  headName: '見本 太郎',
  headVacantActing: null,
  treasurerTitle: '小郡市会計管理者',
  treasurerName: '見本 花子',
  paymentMode: 'bank-file',
  bank: null,
  electronicDeliveryBasis: null,
  reminderDays: [7, 1],
  revenueSubjects: {
    account: '一般会計',
    principal: { code: '21-05-01-01', name: '雑入（見本）' },
    addition: { code: '21-01-02-01', name: '加算金（見本）' },
    lateCharge: { code: '21-01-01-01', name: '延滞金（見本）' },
    excess: { code: '21-05-01-02', name: '過誤納金（見本）' },
  },
};

const PROMOTION: TownSection = {
  id: 'section',
  name: 'コミュニティ推進課',
  code: '小コ',
  unit: 'コミュニティ推進係',
  phone: '0942-72-2111（見本）',
  fax: '0942-73-4466（見本）',
  mail: null,
  address: OGORI.address,
};

const OFFICER: Actor = {
  kind: 'officer',
  municipalityId: OGORI.id,
  accountId: 'a',
  officerId: 'o',
  organizationId: 'g',
  name: '見本 一郎',
};

const STAFF: Actor = {
  kind: 'staff',
  municipalityId: OGORI.id,
  accountId: 'a',
  staffId: 's',
  name: '見本 花子',
  posts: [
    {
      id: 'p',
      name: 'コミュニティ推進係',
      section: 'コミュニティ推進課',
      side: 'ordering',
      duties: ['promotion', 'administer'],
    },
  ],
};

function viewerAt(desk: DeskName, path: string, actor: Actor, notice: string | null = null): Viewer {
  return {
    town: OGORI,
    contact: PROMOTION,
    actor,
    desk,
    signedIn: true,
    sessionId: 's',
    path,
    requestId: 'r',
    autosave: false,
    notice,
    url: (to, query) => townUrl(OGORI.slug, to, query),
  };
}

const WORKING = workingOf([
  { label: '均等割', article: '交付規則第5条第1号（見本）', formula: '570,000円', yen: yen(570_000) },
  { label: '行政区割', article: '交付規則第5条第2号（見本）', formula: '10,000円 × 9行政区', yen: yen(90_000) },
]);

const HOME = { label: 'ホーム', href: '/ogori/committee' };

const tasks: GalleryPage = {
  name: 'tasks',
  viewer: viewerAt('committee', '/ogori/committee/applications', OFFICER, '保存しました。'),
  content: {
    title: '令和8年度 運営交付金の申請',
    lead: '4つのことが終わると申請できます。途中でやめても、入力した内容は残ります。',
    breadcrumb: [HOME, { label: '令和8年度 運営交付金' }],
    body: (
      <>
        <FigureRow>
          <Figure label="交付金の額" note="均等割 570,000円 ＋ 行政区割 90,000円">
            <Money yen={yen(660_000)} />
          </Figure>
          <Figure label="申請の締め切り" note="残り29日">
            <Day date={localDate('2026-05-29')} />
          </Figure>
        </FigureRow>
        <Section title="すること">
          <TaskList
            tasks={[
              { label: '団体の情報を確かめる', href: '/ogori/committee/organization', status: '完了', tone: 'success' },
              {
                label: '今年度の計画',
                href: '#plan',
                status: '入力中',
                tone: 'info',
                hint: '昨年度の内容が入っています。',
              },
              { label: '収支予算書', href: '#budget', status: '差戻し', tone: 'warning' },
              { label: '内容を確かめて申請する', status: 'まだできません', hint: '上の3つが終わると進めます。' },
            ]}
          />
        </Section>
        <Section title="算定の内訳">
          <WorkingTable working={WORKING} captionHidden />
        </Section>
        <Details summary="交付金のきまりを読む">
          <p>交付の額は、均等割と行政区割を足した額です（見本）。</p>
        </Details>
      </>
    ),
  },
};

const faultyForm: GalleryPage = {
  name: 'form-with-errors',
  viewer: viewerAt('committee', '/ogori/committee/organization', OFFICER),
  content: {
    title: '団体の情報',
    breadcrumb: [HOME, { label: '団体の情報' }],
    errors: [
      { pointer: 'name', code: 'common.required' },
      { pointer: 'budget.income[1].amount', code: 'yen.not-a-number' },
      { pointer: 'delivery', code: 'common.required' },
      { pointer: 'startsOn', code: 'date.not-a-day' },
      { pointer: '', code: 'common.stale' },
    ],
    body: (
      <>
        <Steps current={2} total={5} label="団体のことを入力します" />
        <Form
          action="/ogori/committee/organization"
          version={3}
          once="00000000-0000-4000-8000-000000000000"
          autosave="/ogori/committee/organization/draft"
          upload
        >
          <TextField
            name="name"
            label="団体名"
            hint="規約にある正式な名前を入力してください。"
            required
            autocomplete="organization"
          />
          <TextField name="kana" label="団体名のふりがな" value="みくにこうく" required />
          <FieldGroup legend="連絡先" hint="町からお知らせを送る先です。">
            <TextField
              name="postalCode"
              label="郵便番号"
              size="short"
              inputMode="numeric"
              autocomplete="postal-code"
              required
            />
            <TextField name="phone" label="電話番号" size="medium" type="tel" autocomplete="tel" required />
            <TextField name="mail" label="メールアドレス" type="email" autocomplete="email" />
          </FieldGroup>
          <DateField name="startsOn" label="任期の始まり" value="令和8年4月31日" required />
          <YenField name="amount" label="前年度からの繰越" value="50000" />
          <Select name="district" label="校区" options={[{ value: 'mikuni', label: '三国校区' }]} required />
          <Radios
            name="delivery"
            label="通知書の受け取り方"
            required
            options={[
              { value: 'electronic', label: 'この画面で受け取る', hint: '届いたらお知らせします。' },
              { value: 'paper', label: '郵便で受け取る' },
            ]}
          />
          <Checkboxes
            name="wards"
            label="行政区"
            values={['1']}
            options={[
              { value: '1', label: '三国一区' },
              { value: '2', label: '三国二区' },
            ]}
          />
          <FileField
            name="rules"
            label="規約"
            hint="PDF、写真、Wordのファイル。20MBまで。"
            accept=".pdf,.jpg,.png,.docx"
            current={{ name: '規約.pdf', href: '#file' }}
          />
          <TextArea name="plan" label="今年度の取り組み" value={'防災訓練\n見守り活動'} required />
          <Checkbox name="pledge" label="暴力団員等に当たる役員はいません。" required />
          <Section title="収支予算書">
            <YenField name="budget[income][1][amount]" label="会費の金額" value="１２万" />
          </Section>
          <ButtonRow>
            <Button>保存して次へ</Button>
            <Button kind="secondary" name="act" value="later">
              あとで続ける
            </Button>
            <ButtonLink kind="quiet" href="/ogori/committee">
              やめる
            </ButtonLink>
          </ButtonRow>
        </Form>
      </>
    ),
  },
};

const checkPage: GalleryPage = {
  name: 'check-answers',
  viewer: viewerAt('committee', '/ogori/committee/applications/check', OFFICER),
  content: {
    title: '入力した内容を確かめてください',
    breadcrumb: [HOME, { label: '内容の確認' }],
    body: (
      <>
        <Steps current={5} total={5} />
        <CheckAnswers
          answers={[
            { label: '団体名', value: '三国校区まちづくり協議会（見本）', changeHref: '#name' },
            { label: '申請する額', value: <Money yen={yen(660_000)} strong />, changeHref: '#amount' },
            { label: '事業の始まり', value: <Day date={localDate('2026-04-01')} western />, changeHref: '#start' },
            { label: '受付番号', value: <Day date={null} /> },
          ]}
        />
        <Notice tone="warning" title="申請したあとは、差し戻されるまで直せません。" />
        <Notice title="このあとのこと">
          <p>受付票が出ます。2週間ほどで審査の結果をお知らせします。</p>
        </Notice>
        <Form action="/ogori/committee/applications" once="00000000-0000-4000-8000-000000000000">
          <ButtonRow>
            <Button>申請する</Button>
          </ButtonRow>
        </Form>
      </>
    ),
  },
};

const CASES = [
  {
    id: '1',
    name: '小郡校区まちづくり協議会',
    state: '審査中',
    tone: 'info' as const,
    due: '2026-04-24',
    amount: 630_000,
  },
  {
    id: '2',
    name: '東野校区まちづくり協議会',
    state: '差戻し',
    tone: 'warning' as const,
    due: '2026-04-28',
    amount: 690_000,
  },
  {
    id: '3',
    name: 'のぞみが丘校区協働のまちづくり協議会',
    state: '期限超過',
    tone: 'danger' as const,
    due: '2026-04-10',
    amount: 640_000,
  },
];

const queue: GalleryPage = {
  name: 'staff-queue',
  viewer: viewerAt('staff', '/ogori/staff/queue', STAFF),
  content: {
    title: '案件',
    wide: true,
    breadcrumb: [{ label: '案件' }],
    body: (
      <>
        <SubNavigation
          label="案件の絞り込み"
          items={[
            { label: '自分の番（3）', href: '/ogori/staff/queue', current: true },
            { label: 'すべて（8）', href: '/ogori/staff/queue?all=1' },
          ]}
        />
        <DataTable
          caption="自分の番の案件"
          captionHidden
          keyboard
          cards
          rows={CASES}
          empty="待っている案件はありません。"
          columns={[
            { label: '団体', cell: (row) => <a href={`/ogori/staff/applications/${row.id}`}>{row.name}</a> },
            { label: '制度', cell: () => '令和8年度 運営交付金' },
            { label: '状態', tight: true, cell: (row) => <StatusTag tone={row.tone}>{row.state}</StatusTag> },
            { label: '期限', tight: true, cell: (row) => <Day date={localDate(row.due)} /> },
            { label: '金額', align: 'end', cell: (row) => <Money yen={yen(row.amount)} /> },
          ]}
          totals={['合計', '', '', '', <Money yen={yen(1_960_000)} strong />]}
        />
        <Columns
          asideLabel="チェックリスト"
          main={
            <Section title="申請の内容">
              <WorkingTable working={WORKING} />
              <Timeline
                events={[
                  { at: <Moment at={new Date('2026-04-02T05:05:00Z')} />, what: '申請を受け付けました。' },
                  { at: <Moment at={new Date('2026-04-03T01:00:00Z')} />, what: '審査を始めました。' },
                ]}
              />
            </Section>
          }
          aside={
            <Card title="チェックリスト">
              <Form action="/ogori/staff/applications/1/review" label="審査">
                <Checkbox name="items[rules]" label="規約が添えられている" />
                <Checkbox name="items[budget]" label="収支が一致している" checked />
                <TextArea name="remark" label="所見" />
                <ButtonRow>
                  <Button>適正と認める</Button>
                  <Button kind="danger" name="act" value="return">
                    差し戻す
                  </Button>
                </ButtonRow>
              </Form>
            </Card>
          }
        />
        <LiveProgress
          events="/ogori/staff/letters/progress"
          label="通知書を作っています"
          done={3}
          total={8}
          reload="/ogori/staff/letters"
        />
      </>
    ),
  },
};

const RESIDENT: Viewer = {
  ...viewerAt('public', '/ogori/', { kind: 'public', municipalityId: OGORI.id, name: '閲覧者' }),
  signedIn: false,
};

const front: GalleryPage = {
  name: 'front-page',
  viewer: RESIDENT,
  content: {
    title: '小郡市の地域づくり',
    lead: shownWords(null).lead,
    body: <TownPage viewer={RESIDENT} words={shownWords(null)} offers={[]} bulletins={[]} />,
  },
};

const signIn: GalleryPage = {
  name: 'sign-in-and-empty',
  viewer: RESIDENT,
  content: {
    title: 'ログイン',
    body: (
      <>
        <Form action="/ogori/sign-in">
          <TextField name="signInName" label="ログイン名" size="medium" autocomplete="username" required />
          <PasswordField name="password" label="パスワード" autocomplete="current-password" required />
          <ButtonRow>
            <Button>ログイン</Button>
          </ButtonRow>
        </Form>
        <Section title="自治体">
          <TownList towns={[OGORI]} />
        </Section>
        <Section title="交付の一覧">
          <EmptyState title="今年度の交付決定はまだありません。">
            <p>決定すると、ここに校区ごとの額と目的が並びます。</p>
          </EmptyState>
        </Section>
      </>
    ),
  },
};

export const GALLERY: readonly GalleryPage[] = [tasks, faultyForm, checkPage, queue, front, signIn];
