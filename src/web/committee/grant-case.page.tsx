import { REPORT_TITLES, type GrantCase, type GrantReport } from '../../grant-changes/index.js';
import type { LaterPayment } from '../../grants/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { keepingTermsOf, thresholdsInWords } from '../../programs/index.js';
import { retentionDayOf } from '../../kernel/keeping-terms.js';
import { ChangeTag, REPORT_STATE, titleOf } from '../shared/change-words.js';
import { GrantFacts } from '../shared/grant-facts.js';
import { GrantTimeline } from '../shared/grant-timeline.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  CardGrid,
  DataTable,
  Day,
  Form,
  Money,
  Notice,
  Section,
  StatusTag,
  type Viewer,
} from '../shared/index.js';
import { retentionInWords } from '../shared/property-words.js';
import { messagesPath } from './application-words.js';
import type { Duty } from './grant-duties.js';
import type { Verification } from '../../verifications/index.js';
import { townWord } from '../shared/head-words.js';

interface GrantCaseProps {
  readonly viewer: Viewer;
  readonly view: GrantCase;
  readonly duties: readonly Duty[];
  readonly verification: Verification | null;
  /** What a later year's budget paid, after the grant's own year was closed. */
  readonly later: readonly LaterPayment[];
}

/** One grant after its decision: what holds, what can be done next, its duties, and what happened. */
export function GrantCasePage({ viewer, view, duties, verification, later }: GrantCaseProps) {
  const letterHref = (id: string): string => viewer.url(`committee/letters/${id}`);
  return (
    <>
      <GrantFacts view={view} letterHref={letterHref} />
      <UnderWay viewer={viewer} view={view} />
      {view.reportable && <NextSteps viewer={viewer} view={view} />}
      {later.length > 0 && (
        <Section title="年度の会計を閉じたあとの振込み">
          <p>{formatFiscalYear(view.grant.fiscalYear)}の会計を閉じたあとに、翌年度以降の予算から振り込んだ額です。</p>
          <DataTable
            caption="年度の会計を閉じたあとの振込み"
            captionHidden
            cards
            rows={later}
            columns={[
              { label: '支払った日', cell: ({ on }) => <Day date={on} /> },
              { label: '額', align: 'end', cell: ({ amount }) => <Money yen={amount} /> },
            ]}
            empty="ありません。"
          />
        </Section>
      )}
      <Section title="守ること（交付の条件）">
        <Duties view={view} duties={duties} />
      </Section>
      <Section title="途中の報告">
        <Reports viewer={viewer} view={view} />
      </Section>
      <Section title="備品台帳と書類の保存">
        <Keeping viewer={viewer} view={view} />
      </Section>
      {verification && verification.state !== 'withdrawn' && (
        <Section title="検証">
          <p>一年の事業をふりかえり、これからどうするかを{townWord(viewer.town)}と一緒に考えます。</p>
          <ButtonLink small kind="secondary" href={viewer.url(`committee/verifications/${verification.id}`)}>
            検証を開く
          </ButtonLink>
        </Section>
      )}
      <Section title="これまでのこと">
        <GrantTimeline
          view={view}
          letterHref={letterHref}
          changeHref={(id) => viewer.url(`committee/changes/${id}`)}
          forStaff={false}
        />
      </Section>
      <ButtonRow>
        <ButtonLink kind="secondary" small href={viewer.url(messagesPath(view.grant.applicationId))}>
          担当課に連絡する
        </ButtonLink>
        <ButtonLink kind="quiet" small href={viewer.url(`committee/applications/${view.grant.applicationId}`)}>
          申請の内容を見る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

/** Until when the books are kept, and where the things that were bought stand. */
function Keeping({ viewer, view: { grant } }: { viewer: Viewer; view: GrantCase }) {
  const terms = keepingTermsOf(grant.document);
  return (
    <>
      <p>保存期間：{retentionInWords(retentionDayOf(grant.fiscalYear, terms), terms.years, terms.article)}</p>
      <ButtonLink small kind="secondary" href={viewer.url(`committee/grants/${grant.id}/properties`)}>
        備品台帳を開く
      </ButtonLink>
    </>
  );
}

/** What the organisation itself has to finish, or waits for. */
function UnderWay({ viewer, view: { open, grant } }: { viewer: Viewer; view: GrantCase }) {
  if (grant.discontinuedOn !== null && grant.revokedOn === null) {
    return (
      <Notice tone="info" title="中止・廃止が承認されています">
        <p>中止・廃止の日までの実績と収支を、実績報告書で報告してください。</p>
      </Notice>
    );
  }
  if (!open) return null;
  const mine = open.state === 'drafting' || open.state === 'returned';
  return (
    <Notice tone={mine ? 'warning' : 'info'} title={`${titleOf(open)}の途中です`}>
      <p>
        <ChangeTag change={open} />
      </p>
      {open.state === 'returned' && <p class="prose">担当課から：{open.returnNote}</p>}
      <ButtonLink small kind={mine ? 'primary' : 'secondary'} href={viewer.url(`committee/changes/${open.id}`)}>
        {mine ? '続きを書く' : '内容を見る'}
      </ButtonLink>
    </Notice>
  );
}

function NextSteps({ viewer, view: { grant, changeable } }: { viewer: Viewer; view: GrantCase }) {
  const here = (path: string): string => viewer.url(`committee/grants/${grant.id}/${path}`);
  const thresholds = thresholdsInWords(grant.document.changes);
  return (
    <Section title="できること">
      <CardGrid>
        {changeable && (
          <>
            <Card title="内容や予算を変える">
              <p>事業の内容、期間、収支予算を変えるときに使います。</p>
              {thresholds.length > 0 && <p class="hint">{thresholds.join('、または')}は、承認が必要です。</p>}
              <Form action={here('changes/amendment')} label="内容や予算を変える">
                <Button small>変更の届出・申請を始める</Button>
              </Form>
            </Card>
            <Card title="やめる">
              <p>事業を途中でやめるとき、行わないことにしたときに使います。</p>
              <Form action={here('changes/discontinuation')} label="やめる">
                <Button small kind="secondary">
                  中止・廃止の申請を始める
                </Button>
              </Form>
            </Card>
          </>
        )}
        <Card title="途中のようすを知らせる">
          <p>進みぐあいの報告と、予定どおりにできないときの報告です。</p>
          <ButtonRow>
            <ButtonLink small kind="secondary" href={here('reports/progress')}>
              状況報告書を書く
            </ButtonLink>
            <ButtonLink small kind="secondary" href={here('reports/accident')}>
              事故報告書を書く
            </ButtonLink>
          </ButtonRow>
        </Card>
      </CardGrid>
    </Section>
  );
}

/** The conditions as they were printed, and the duties whose state the house knows. */
const Duties = ({ view: { grant }, duties }: { view: GrantCase; duties: readonly Duty[] }) => (
  <>
    {grant.document.conditions.length === 0 ? (
      <p>交付決定通知書に条件は付いていません。</p>
    ) : (
      <ol class="conditions">
        {grant.document.conditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ol>
    )}
    {duties.length > 0 && (
      <DataTable
        caption="期限と状態"
        cards
        empty=""
        rows={duties}
        columns={[
          { label: 'すること', cell: ({ duty, href }) => (href ? <a href={href}>{duty}</a> : duty) },
          { label: '期限', tight: true, cell: ({ due }) => <Day date={due} /> },
          { label: '状態', tight: true, cell: ({ label, tone }) => <StatusTag tone={tone}>{label}</StatusTag> },
        ]}
      />
    )}
  </>
);

const Reports = ({ viewer, view: { reports } }: { viewer: Viewer; view: GrantCase }) => (
  <DataTable
    caption="途中の報告"
    captionHidden
    cards
    empty="報告はまだありません。担当課が求めたときや、予定どおりにできないときに出します。"
    rows={reports}
    columns={[
      {
        label: '報告',
        cell: ({ id, kind }: GrantReport) => (
          <a href={viewer.url(`committee/changes/reports/${id}`)}>{REPORT_TITLES[kind]}</a>
        ),
      },
      { label: '期限', tight: true, cell: ({ dueOn }) => <Day date={dueOn} /> },
      { label: 'いつの報告か', tight: true, cell: ({ asOf }) => <Day date={asOf} /> },
      {
        label: '状態',
        tight: true,
        cell: ({ state }) => <StatusTag tone={REPORT_STATE[state].tone}>{REPORT_STATE[state].label}</StatusTag>,
      },
    ]}
  />
);
