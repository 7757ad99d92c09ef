import type { GrantAmount, SubmissionWindow } from '../../applications/index.js';
import type { CaseItem } from '../../cases/index.js';
import { formatDeadline } from '../../kernel/deadline.js';
import type { OrganizationProfile } from '../../organizations/index.js';
import { dependsOnCosts, factsInWords, type ProgramDocument, type ProgramVersion } from '../../programs/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Day,
  FigureRow,
  Form,
  Hidden,
  Notice,
  Section,
  WorkingTable,
  type Viewer,
} from '../shared/index.js';
import { BlankFormLink } from '../shared/blank-form-link.js';
import { PHASE_WORDS } from '../shared/case-words.js';
import { DeadlineFigure, EndNotices } from '../shared/deadline.js';
import { OriginNotice, type ProjectOrigin } from '../shared/project-origin.js';
import { SupportYearNotice } from '../shared/support-year.js';
import { RuleTable } from '../shared/rule-table.js';
import { ToHaveAtHand } from '../shared/to-have-at-hand.js';
import { applicationUrl, roomInWords } from './application-words.js';

interface ApplicationStartProps {
  readonly viewer: Viewer;
  readonly version: ProgramVersion;
  readonly window: SubmissionWindow;
  readonly now: Date;
  readonly organization: OrganizationProfile;
  readonly amount: GrantAmount;
  readonly origin: ProjectOrigin;
  /** What the organisation has in the programme's year already. */
  readonly begun: readonly CaseItem[];
  /** It has written something before from which it can begin. */
  readonly hasEarlier: boolean;
}

/** What the programme is, what it would come to, and what to have at hand. */
export function ApplicationStartPage({
  viewer,
  version,
  window,
  now,
  organization,
  amount,
  origin,
  begun,
  hasEarlier,
}: ApplicationStartProps) {
  const { document } = version;
  const registered = organization.state === 'registered';
  return (
    <>
      <EndNotices window={window} now={now} />
      <OriginNotice origin={origin} hrefOf={(id) => viewer.url(`committee/verifications/${id}`)} />
      <FigureRow>
        <DeadlineFigure label="受付の締切" deadline={window.until} now={now} />
      </FigureRow>
      <CheckAnswers
        answers={[
          { label: '根拠', value: document.legalBasis.title },
          {
            label: '受付期間',
            value: (
              <>
                <Day date={document.timetable.opens} />
                から{formatDeadline(window.closes)}まで
              </>
            ),
          },
          { label: '交付決定の予定', value: <Day date={document.timetable.decisionBy} /> },
          { label: '支払の方法', value: document.payment.methodLabel },
        ]}
      />
      <SupportYearNotice support={origin.support} />
      <AmountSection document={document} amount={amount} />
      <Section title="用意するもの">
        <ToHaveAtHand document={document} />
        <p>30分ほどかかります。途中でやめても、続きから書けます。ほかの役員と手分けして書くこともできます。</p>
        <p>
          紙で申請するときは、用紙を印刷して書き、担当課に出してください。
          <BlankFormLink viewer={viewer} versionId={version.id} name={document.name} />
        </p>
      </Section>
      {document.sample.length > 0 && (
        <Notice tone="neutral" title="見本の値について">
          <p>{document.sample.join('、')}は、見本の値です。</p>
        </Notice>
      )}
      {begun.length > 0 && <Begun viewer={viewer} version={version} begun={begun} />}
      {registered ? (
        hasRoomFor(version, begun.length) && (
          <Form action={viewer.url('committee/applications')} once>
            <Hidden name="programVersionId" value={version.id} />
            {origin.proposal && <Hidden name="proposalId" value={origin.proposal.id} />}
            <ButtonRow>
              <Button>{origin.proposal ? '企画提案をもとに申請を始める' : '申請を始める'}</Button>
              {hasEarlier && !origin.proposal && (
                <Button kind="secondary" name="then" value="carry">
                  前の申請をもとに始める
                </Button>
              )}
            </ButtonRow>
            <p class="hint">
              {origin.proposal
                ? '提案の答えが、同じことを聞く欄に写ります。始めてから、読み直して書き足してください。'
                : hasEarlier
                  ? '「前の申請をもとに始める」では、どの欄を写すかを一つずつ確かめてから始められます。'
                  : 'このシステムで書いた申請がまだないので、写せるものはありません。はじめから書きます。'}
            </p>
          </Form>
        )
      ) : (
        <Notice tone="warning" title="先に団体の登録を済ませてください">
          <p>
            登録が済むと申請を始められます。<a href={viewer.url('committee/organization')}>団体の情報を開く</a>
          </p>
        </Notice>
      )}
    </>
  );
}

/** The amount where it can be known already, else the rule by which the application will work it out. */
function AmountSection({ document, amount }: { document: ProgramDocument; amount: GrantAmount }) {
  const known = factsInWords(document.rule, amount.facts);
  const open = dependsOnCosts(document.rule) || document.rule.facts.some(({ source }) => source === 'question');
  return (
    <Section title="交付額の算定">
      {known.length > 0 && (
        <p>
          {known.map(({ label, value }) => `${label}は${value}`).join('、')}
          として計算します。違うときは、申請を始めてから「担当課に連絡する」でお知らせください。
        </p>
      )}
      {open ? (
        <>
          <p>申請書と収支予算書を書くと、交付額が次の決まりで計算されます。</p>
          <RuleTable document={document} />
        </>
      ) : (
        <WorkingTable working={amount.figures.working} />
      )}
    </Section>
  );
}

const hasRoomFor = ({ document: { perYear } }: ProgramVersion, begun: number): boolean =>
  perYear === null || begun < perYear.most;

/** The other applications of the year, so that none is begun twice by mistake. */
const Begun = ({ viewer, version, begun }: Pick<ApplicationStartProps, 'viewer' | 'version' | 'begun'>) => (
  <Notice tone="info" title={roomInWords(version.document, begun.length)}>
    <ul>
      {begun.map(({ id, title, phase }) => (
        <li key={id}>
          <a href={applicationUrl(viewer, id)}>{title}</a>（{PHASE_WORDS[phase].label}）
        </li>
      ))}
    </ul>
  </Notice>
);
