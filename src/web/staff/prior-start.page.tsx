import { formatEra } from '../../kernel/local-date.js';
import { isPriorStartOpen, startAnswer, type StartFacts } from '../../reviews/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Day,
  Form,
  Prose,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { PriorStartNotice } from '../shared/prior-start.js';

interface PriorStartPageProps {
  readonly viewer: Viewer;
  readonly applicationId: string;
  readonly start: StartFacts;
  readonly mayDecide: boolean;
  /** The reason that a refused form held. */
  readonly reason: string;
}

/** 事前着手 of one application: what was asked for, and the answer once it is given. */
export function PriorStartPage({ viewer, applicationId, start, mayDecide, reason }: PriorStartPageProps) {
  const back = viewer.url(`staff/applications/${applicationId}`);
  const open = isPriorStartOpen(start);
  return (
    <>
      {open ? <Asked start={start} /> : <Answered start={start} />}
      {open && mayDecide ? (
        <Form action={viewer.url(`staff/applications/${applicationId}/prior-start`)}>
          <TextArea
            name="reason"
            label="認める、または認めない理由"
            hint="団体にも示されます。"
            required
            rows={3}
            value={reason}
          />
          <ButtonRow>
            <Button name="outcome" value="approved">
              事前着手を認める
            </Button>
            <Button kind="danger" name="outcome" value="refused">
              認めない
            </Button>
            <ButtonLink kind="quiet" href={back}>
              審査に戻る
            </ButtonLink>
          </ButtonRow>
        </Form>
      ) : (
        <ButtonRow>
          <ButtonLink kind="secondary" href={back}>
            審査に戻る
          </ButtonLink>
        </ButtonRow>
      )}
    </>
  );
}

const Asked = ({ start: { eligible, from, asked } }: { start: StartFacts }) => (
  <CheckAnswers
    answers={[
      { label: '事業の始まり', value: <Day date={from} /> },
      ...(eligible.kind === 'decision' ? [{ label: '交付決定の予定日', value: formatEra(eligible.decisionBy) }] : []),
      { label: '交付決定の前に始める理由', value: <Prose text={asked} /> },
    ]}
  />
);

const Answered = ({ start }: { start: StartFacts }) => (
  <>
    <PriorStartNotice start={start}>{null}</PriorStartNotice>
    <p>{startAnswer(start).why}</p>
  </>
);
