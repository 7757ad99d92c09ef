import { MARK_LABEL, type Draft, type DraftPage as DraftView } from '../../approvals/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { formatEra } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import { actLabel, hasAmount } from '../../staff/index.js';
import {
  Columns,
  Figure,
  FigureRow,
  messageFor,
  Money,
  Notice,
  Prose,
  Section,
  StatusTag,
  type Viewer,
} from '../shared/index.js';
import type { Opening } from '../../staff/index.js';
import { OpenedByOthers } from '../shared/opened-by-others.js';
import { Annexes } from './annexes.js';
import { ACCOUNT } from '../shared/ledger-words.js';
import { ActForms } from './draft-act-forms.js';
import { DraftBudgets } from './draft-budgets.js';
import { DraftCases } from './draft-cases.js';
import { OwedForms, SideForms } from './draft-more-forms.js';
import { Cautions, HeldCases, Papers } from './draft-papers.js';
import { ActTrail, RouteSteps } from './draft-route.js';
import type { TypedAct } from './draft-typed.js';
import { DRAFT_STATE } from './draft-words.js';

interface DraftPageProps {
  readonly viewer: Viewer;
  readonly view: DraftView;
  /** Who else has it open; null for somebody who does not act on it. */
  readonly others: readonly Opening[] | null;
  /** What was typed into a form that was refused. */
  readonly typed?: TypedAct | undefined;
}

/** The approver's one screen: what, how much, why, what is left, who approved before, and the act. */
export function DraftPage({ viewer, view, typed, others }: DraftPageProps) {
  const { draft, cases, mine, file } = view;
  return (
    <>
      {others && <OpenedByOthers {...{ viewer, others }} kind="draft" id={view.draft.id} what="この起案" />}
      <p class="draft-state">
        <StatusTag tone={DRAFT_STATE[draft.state].tone}>{DRAFT_STATE[draft.state].label}</StatusTag>{' '}
        {draft.carried && <StatusTag tone="warning">持ち回り</StatusTag>}{' '}
        {draft.marks.map((mark) => (
          <>
            <StatusTag tone="warning" key={mark}>
              {MARK_LABEL[mark]}
            </StatusTag>{' '}
          </>
        ))}
        {actLabel(draft.kind)}　起案番号 {draft.number}　{formatEra(draft.draftedOn)}起案　{draft.drafter.postName}{' '}
        {draft.drafter.name}
        {draft.decidedOn && `　${formatEra(draft.decidedOn)}決裁`}
      </p>
      {(mine.maySendBack || mine.mayResubmit) && (
        <p>
          <a href="#act">決裁の欄へ進む</a>
        </p>
      )}
      {mine.refusal && (
        <Notice tone="warning" title="あなたは承認できません">
          <p>{messageFor(mine.refusal.code, mine.refusal.params)}</p>
        </Notice>
      )}
      <p class="screen-only">
        <a href={viewer.url(`staff/approvals/${draft.id}/paper`)}>起案用紙を印刷する</a>
        {file && (
          <>
            　<a href={viewer.url(`staff/approvals/${draft.id}/file`)}>決裁文書（PDF）</a>　照合番号{' '}
            {file.sha256.slice(0, 12)}
          </>
        )}
      </p>
      {draft.state === 'returned' && <ReturnedBecause draft={draft} />}
      <Cautions viewer={viewer} view={view} />
      {hasAmount(draft.kind) && <DraftFigures view={view} />}
      <Columns
        asideLabel="決裁の欄"
        main={
          <>
            <Section title="起案の理由">
              <Prose text={draft.reason} />
            </Section>
            <Section title={cases.length === 1 ? '案件' : `案件（${String(cases.length)}件）`}>
              <DraftCases viewer={viewer} kind={draft.kind} cases={cases} />
            </Section>
            <Annexes viewer={viewer} annexes={view.annexes} />
            <DraftBudgets view={view} />
            <Papers viewer={viewer} view={view} />
            <HeldCases viewer={viewer} view={view} typed={typed} mayDraft={hasDuty(viewer.actor, 'promotion')} />
            <Section title="経過">
              <ActTrail draft={draft} />
            </Section>
          </>
        }
        aside={
          <>
            <Section title="決裁経路">
              <RouteSteps view={view} />
              <p class="hint">
                {draft.authorityBasis}
                {hasAmount(draft.kind) && (
                  <>
                    （1件 <Money yen={draft.authorityAmount} /> による）
                  </>
                )}
              </p>
            </Section>
            <div id="act">
              <OwedForms viewer={viewer} view={view} typed={typed} />
              <ActForms viewer={viewer} view={view} typed={typed} />
              <SideForms viewer={viewer} view={view} typed={typed} />
            </div>
          </>
        }
      />
    </>
  );
}

function DraftFigures({ view: { draft, cases, total, budgets } }: { view: DraftView }) {
  return (
    <FigureRow>
      <Figure label={cases.length === 1 ? '金額' : `金額（${String(cases.length)}件の合計）`}>
        <Money yen={total} />
      </Figure>
      {budgets.map(({ lineName, ceiling, available }) => (
        <Figure
          label={draft.state === 'approved' ? '決裁のときの予算残額' : '予算残額（この起案を差し引いた後）'}
          note={`${lineName}　${ACCOUNT.ceiling} ${formatYen(ceiling)}`}
          key={lineName}
        >
          <Money yen={available} />
        </Figure>
      ))}
    </FigureRow>
  );
}

function ReturnedBecause({ draft }: { draft: Draft }) {
  const act = draft.acts.findLast(({ kind }) => kind === 'sent-back' || kind === 'pulled-back');
  if (act?.kind !== 'sent-back') return null;
  return (
    <Notice tone="warning" title={`${act.postName} ${act.staffName}さんから差し戻されています`}>
      <Prose text={act.comment} />
    </Notice>
  );
}
