import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { formatEra } from '../../../kernel/local-date.js';
import {
  numberInWords,
  type AdoptionBudget,
  type Proposal,
  type ProposalDraft,
  type ProposalStanding,
} from '../../../proposals/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Details,
  Form,
  Money,
  Notice,
  Section,
  TextArea,
  type Viewer,
} from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';

interface StandingProps {
  readonly viewer: Viewer;
  readonly draft: ProposalDraft;
  readonly standing: ProposalStanding;
  readonly mayAct: boolean;
  /** As it was sent and refused. */
  readonly body?: unknown;
}

/** What a proposal was merged with, the draft of its adoption, and the budget that the adoption keeps. */
export function Standing({ viewer, draft: { proposal }, standing, mayAct, body }: StandingProps) {
  const { merged, mergedInto, draft, budget } = standing;
  return (
    <>
      {draft && (
        <Notice tone="info" title="採択の起案が回っています">
          <p>
            <a href={viewer.url(`staff/approvals/${draft.id}`)}>{draft.title}</a>（{draft.number}）
          </p>
        </Notice>
      )}
      {mergedInto && (
        <Section title="統合した先">
          <p>
            <NamedProposal viewer={viewer} proposal={mergedInto} />
          </p>
        </Section>
      )}
      {merged.length > 0 && (
        <Section title="この提案に統合した提案">
          <ul>
            {merged.map((each) => (
              <li key={each.id}>
                <NamedProposal viewer={viewer} proposal={each} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {budget && (
        <Section title="採択の予算">
          <Budget budget={budget} />
          {mayAct && budget.kept > 0n && <FreeingForm viewer={viewer} proposal={proposal} body={body} />}
        </Section>
      )}
    </>
  );
}

const NamedProposal = ({ viewer, proposal }: { viewer: Viewer; proposal: Proposal }) => (
  <>
    {numberInWords(proposal.number)}{' '}
    <a href={viewer.url(`staff/proposals/received/${proposal.id}`)}>{proposal.title}</a>（{proposal.proposer.name}）
  </>
);

const Budget = ({ budget: { line, kept, drawn, freedOn, freedBy, freedWhy } }: { budget: AdoptionBudget }) => (
  <CheckAnswers
    answers={[
      { label: '予算科目', value: `${formatFiscalYear(line.fiscalYear)} ${line.code}　${line.name}` },
      {
        label: 'いま確保している額',
        value: (
          <>
            <Money yen={kept} />
            {drawn > 0n && (
              <p class="hint">
                <Money yen={drawn} />
                は、交付決定の起案に移りました。起案を取りやめると、ここに戻ります。
              </p>
            )}
            {freedOn && (
              <p class="hint">
                {formatEra(freedOn)}に確保を終えました（{freedBy}）：{freedWhy}
              </p>
            )}
          </>
        ),
      },
    ]}
  />
);

const FreeingForm = ({ viewer, proposal, body }: { viewer: Viewer; proposal: Proposal; body: unknown }) => (
  <Details summary="予算の確保をやめる" open={typedText(body, 'freedWhy') !== '' || undefined}>
    <p>
      提案が行われないことになったときに使います。確保している額は、ほかに使えるようになります。採択したことは変わりません。
    </p>
    <Form action={viewer.url(`staff/proposals/received/${proposal.id}/budget-release`)} label="予算の確保をやめる">
      <TextArea
        name="freedWhy"
        label="確保をやめる理由"
        hint="記録に残ります。提案者の画面には出ません。"
        required
        rows={2}
        most={300}
        value={typedText(body, 'freedWhy')}
      />
      <ButtonRow>
        <Button kind="danger">予算の確保をやめる</Button>
      </ButtonRow>
    </Form>
  </Details>
);
