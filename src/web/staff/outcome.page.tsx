import { APPLICATION_SUBJECT } from '../../applications/index.js';
import { OUTCOME_LABELS, OUTCOMES, type ProposalView } from '../../grants/index.js';
import { formatYen, yen } from '../../kernel/yen.js';
import type { Opening } from '../../staff/index.js';
import { Button, ButtonLink, ButtonRow, CheckAnswers, Form, Hidden, Money, type Viewer } from '../shared/index.js';
import { OpenedByOthers } from '../shared/opened-by-others.js';
import { StaleComparison, type Compared } from '../shared/stale-comparison.js';
import { OutcomeFields } from './outcome-fields.js';
import type { TypedOutcome } from './typed-outcome.js';

interface OutcomeProps {
  readonly viewer: Viewer;
  readonly proposal: ProposalView;
  readonly typed: TypedOutcome | null;
  readonly others: readonly Opening[];
  /** Somebody else changed the outcome since the page was opened. */
  readonly isStale: boolean;
}

/** Another outcome for a case that is drafted or on hold. */
export function OutcomePage({ viewer, proposal: { grant, assessed }, typed, others, isStale }: OutcomeProps) {
  const { applicationId, organizationName, outcome, amount, reason } = grant;
  const byHand = outcome === 'reduced' && reason !== '';
  const now = {
    outcome: outcome === 'reduced' && !byHand ? 'granted' : outcome,
    amount: byHand ? amount.toString() : '',
    reason,
  };
  const opened = { viewer, kind: APPLICATION_SUBJECT, id: applicationId, others, what: 'この案件' };
  return (
    <>
      <OpenedByOthers {...opened} />
      {isStale && typed && <StaleComparison rows={comparedWith(now, typed)} />}
      <Form action={viewer.url(`staff/grants/${grant.id}/outcome`)} label="処分を変える">
        <p>
          変えると、この案件だけが承認を取り直します。決裁中の案件は、起案した人が起案の画面で「変わった案件を出し直す」を押してください。
        </p>
        <CheckAnswers
          answers={[
            { label: '団体', value: organizationName },
            { label: '補助金', value: grant.programName },
            { label: '申請額', value: <Money yen={grant.appliedAmount} /> },
            { label: '査定額', value: <Money yen={assessed} /> },
            { label: 'いまの決定額', value: <Money yen={amount} /> },
          ]}
        />
        <Hidden name="version" value={String(grant.version)} />
        <OutcomeFields {...{ applicationId, organizationName, assessed }} value={typed ?? now} />
        <ButtonRow>
          <Button>処分を変える</Button>
          <ButtonLink kind="secondary" href={viewer.url('staff/grants')}>
            やめて戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

function comparedWith(kept: TypedOutcome, typed: TypedOutcome): Compared[] {
  const words = (outcome: string): string =>
    OUTCOMES.filter((each) => each === outcome)
      .map((each) => OUTCOME_LABELS[each])
      .join('');
  const amount = (text: string): string => (/^\d+$/.test(text) ? formatYen(yen(text)) : text);
  return [
    { label: '処分', kept: words(kept.outcome), typed: words(typed.outcome) },
    { label: '交付する額', kept: amount(kept.amount), typed: amount(typed.amount) },
    { label: '理由', kept: kept.reason, typed: typed.reason },
  ];
}
