import type { Application, DecisionStanding } from '../../applications/index.js';
import { formatDeadline, endOfDay } from '../../kernel/deadline.js';
import { formatYen } from '../../kernel/yen.js';
import { isPaidAfterSettlement, type ProgramDocument } from '../../programs/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  Form,
  messageFor,
  Notice,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { applicationUrl, writingIn } from './application-words.js';

interface WithdrawalPageProps {
  readonly viewer: Viewer;
  readonly application: Application;
  readonly document: ProgramDocument;
  readonly standing: DecisionStanding;
  /** The reason that a refused form held. */
  readonly reason: string;
}

/** Asks once and names what will happen. */
export function WithdrawalPage({ viewer, application, document, standing, reason }: WithdrawalPageProps) {
  const back = applicationUrl(viewer, application.id);
  if (standing.kind === 'refused') {
    return (
      <>
        <Notice tone="warning" title="この申請は取り下げられません">
          <p>{messageFor(standing.code, standing.params)}</p>
        </Notice>
        <ButtonRow>
          <ButtonLink href={back}>申請に戻る</ButtonLink>
        </ButtonRow>
      </>
    );
  }
  const draft = application.round === 0;
  return (
    <>
      <Consequences viewer={viewer} draft={draft} standing={standing} document={document} />
      <Form action={applicationUrl(viewer, application.id, 'withdrawal')}>
        {!draft && <TextArea name="reason" label="取り下げる理由" required rows={3} value={reason} />}
        <Checkbox
          name="confirmed"
          label={draft ? `${writingIn(viewer)}をやめることを確かめました` : '取り下げることを確かめました'}
          required
        />
        <ButtonRow>
          <Button kind="danger">{draft ? `${writingIn(viewer)}をやめる` : '申請を取り下げる'}</Button>
          <ButtonLink kind="quiet" href={back}>
            やめて戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

interface ConsequencesProps {
  readonly viewer: Viewer;
  readonly draft: boolean;
  readonly standing: Exclude<DecisionStanding, { kind: 'refused' }>;
  readonly document: ProgramDocument;
}

function Consequences({ viewer, draft, standing, document }: ConsequencesProps) {
  if (draft) {
    return (
      <p>
        この申請の{writingIn(viewer)}
        をやめると、入力した内容は開けなくなります。受付期間のうちなら、新しい申請を始められます。
      </p>
    );
  }
  switch (standing.kind) {
    case 'none':
      return <p>この申請を取り下げると、審査は終わります。受付期間のうちなら、新しい申請を始められます。</p>;
    case 'in-draft':
      return (
        <p>
          役所では、交付を決める手続が進んでいます。取下げの申出を記録し、その手続を止めます。担当課が手続を片付けると、取下げが済みます。
        </p>
      );
    case 'decided':
      return (
        <>
          <p>
            この申請を取り下げると、交付の決定は取り消され、{formatYen(standing.amount)}
            は受け取れなくなります。{!isPaidAfterSettlement(document) && '用意された請求書も使えなくなります。'}
          </p>
          {standing.until !== null && <p>取り下げられるのは、{formatDeadline(endOfDay(standing.until))}までです。</p>}
        </>
      );
  }
}
