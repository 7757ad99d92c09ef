import { SCREENING_LABELS, SCREENING_OUTCOMES, type ProposalDraft } from '../../../proposals/index.js';
import { Button, ButtonRow, Details, Form, Radios, Section, TextArea, type Viewer } from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';

interface ScreeningProps {
  readonly viewer: Viewer;
  readonly draft: ProposalDraft;
  readonly body?: unknown;
}

/** Whether the area needs it; once said, it waits folded until it is to be said again. */
export function ScreeningForm({ viewer, draft: { proposal, screening }, body }: ScreeningProps) {
  if (!['submitted', 'relevant', 'set-aside'].includes(proposal.state)) return null;
  const form = (
    <Form
      action={viewer.url(`staff/proposals/received/${proposal.id}/screening`)}
      version={proposal.version}
      label="必要性の確認"
    >
      <Radios
        name="outcome"
        label="地域に必要な提案ですか"
        required
        options={SCREENING_OUTCOMES.map((value) => ({ value, label: SCREENING_LABELS[value] }))}
        value={body === undefined ? screening?.outcome : typedText(body, 'outcome')}
      />
      <TextArea
        name="reason"
        label="理由"
        hint="提案者に知らせます。"
        required
        rows={4}
        most={600}
        value={body === undefined ? screening?.reason : typedText(body, 'reason')}
      />
      <ButtonRow>
        <Button>必要性の確認を保存する</Button>
      </ButtonRow>
    </Form>
  );
  if (screening && body === undefined) return <Details summary="必要性の確認をやり直す">{form}</Details>;
  return <Section title="必要性の確認">{form}</Section>;
}
