import { formatEra } from '../../../kernel/local-date.js';
import { PROPOSAL_SUBJECT, type HearingPlan, type ProposalDraft, type TiedMember } from '../../../proposals/index.js';
import type { VisitNote } from '../../../visits/index.js';
import {
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Details,
  Moment,
  Notice,
  Prose,
  Section,
  Timeline,
  type Viewer,
} from '../../shared/index.js';
import { hearingDayInWords } from '../../shared/proposals/hearing-words.js';
import { VisitItems } from '../visit.page.js';

interface HearingSectionProps {
  readonly viewer: Viewer;
  readonly draft: ProposalDraft;
  readonly notes: readonly VisitNote[];
  readonly tied: readonly TiedMember[];
  readonly mayAct: boolean;
}

/** 聞き取り of a proposal: the day that was told, what was written down, and who keeps away. */
export function HearingSection({ viewer, draft, notes, tied, mayAct }: HearingSectionProps) {
  const { proposal, hearing } = draft;
  const { coming, plans } = hearing;
  const isTied = isTiedTo(viewer, tied);
  const isOpen = proposal.state === 'relevant';
  const mayHear = mayAct && isOpen;
  const path = `staff/proposals/received/${proposal.id}`;
  if (!isOpen && notes.length === 0 && plans.length === 0) return <Tied {...{ viewer, tied, isTied, path }} />;
  return (
    <Section title={notes.length === 0 ? '聞き取り' : `聞き取り（${String(notes.length)}件）`}>
      {coming && <Coming plan={coming} />}
      {!coming && notes.length === 0 && <p>聞き取りの日は、まだ決まっていません。</p>}
      <VisitItems viewer={viewer} notes={notes} />
      {mayHear && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={viewer.url(`${path}/hearing`)}>
            {coming ? '聞き取りの日を変える・取りやめる' : '聞き取りの日を決める'}
          </ButtonLink>
          <ButtonLink
            kind="secondary"
            href={viewer.url(`staff/visits/about/${PROPOSAL_SUBJECT}/${proposal.id}`, {
              heldOn: coming ? formatEra(coming.heldOn) : undefined,
              place: coming?.place,
            })}
          >
            聞き取りを記録する
          </ButtonLink>
        </ButtonRow>
      )}
      {plans.length > 1 && <PlansTold plans={plans} />}
      <Tied {...{ viewer, tied, isTied, path }} />
    </Section>
  );
}

export function isTiedTo({ actor }: Viewer, tied: readonly TiedMember[]): boolean {
  return actor.kind === 'staff' && tied.some(({ staffId }) => staffId === actor.staffId);
}

const Coming = ({ plan }: { plan: HearingPlan }) => (
  <CheckAnswers
    answers={[
      { label: '聞き取りの日', value: hearingDayInWords(plan) },
      ...(plan.people === '' ? [] : [{ label: '町から出席する人', value: plan.people }]),
      ...(plan.words === '' ? [] : [{ label: '提案者への連絡', value: <Prose text={plan.words} /> }]),
    ]}
  />
);

/** How the day moved. */
const PlansTold = ({ plans }: { plans: readonly HearingPlan[] }) => (
  <Details summary="聞き取りの日の経過">
    <Timeline
      events={[...plans].reverse().map((plan) => ({
        at: <Moment at={plan.plannedAt} />,
        what: (
          <>
            {plan.kind === 'planned' ? hearingDayInWords(plan) : `${formatEra(plan.heldOn)}の聞き取りを取りやめました`}
            （{plan.plannedBy}）{plan.reason !== '' && <p>理由：{plan.reason}</p>}
          </>
        ),
      }))}
    />
  </Details>
);

interface TiedProps {
  readonly viewer: Viewer;
  readonly tied: readonly TiedMember[];
  readonly isTied: boolean;
  readonly path: string;
}

/** Who keeps away from it, and the way to say so. */
function Tied({ viewer, tied, isTied, path }: TiedProps) {
  return (
    <>
      {isTied && (
        <Notice tone="info" title="あなたはこの提案と利害関係があります">
          <p>この提案の確認・聞き取り・採点・決裁には加わりません。ほかの職員が行います。</p>
        </Notice>
      )}
      {tied.length > 0 && (
        <p class="hint">
          利害関係のある人：
          {tied.map(({ name, reason }) => (reason === null ? name : `${name}（届出：${reason}）`)).join('、')}
        </p>
      )}
      {!isTied && viewer.actor.kind === 'staff' && (
        <p class="hint">
          この提案や提案者と関わりがあるときは、<a href={viewer.url(`${path}/tie`)}>利害関係を届け出てください</a>。
        </p>
      )}
    </>
  );
}
