import type { ProposalView } from '../../grants/index.js';
import { Button, ButtonLink, ButtonRow, CheckAnswers, Form, Hidden, Money, type Viewer } from '../shared/index.js';
import { OutcomeFields } from './outcome-fields.js';
import type { TypedOutcome } from './typed-outcome.js';

interface OutcomeProps {
  readonly viewer: Viewer;
  readonly proposal: ProposalView;
  readonly typed: TypedOutcome | null;
}

/** Another outcome for a case that is drafted or on hold. */
export function OutcomePage({ viewer, proposal: { grant, assessed }, typed }: OutcomeProps) {
  const { applicationId, organizationName, outcome, amount, reason } = grant;
  const byHand = outcome === 'reduced' && reason !== '';
  const now = {
    outcome: outcome === 'reduced' && !byHand ? 'granted' : outcome,
    amount: byHand ? amount.toString() : '',
    reason,
  };
  return (
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
  );
}
