import type { DraftAttachment, DraftPage } from '../../approvals/index.js';
import {
  Button,
  ButtonRow,
  Checkboxes,
  Details,
  FileField,
  Form,
  Hidden,
  Prose,
  Radios,
  Section,
  TextArea,
} from '../shared/index.js';
import { FileLink } from '../shared/kept-files.js';
import { placesBefore, type ActFormProps, type ActFormsProps } from './draft-act-forms.js';
import { tickedIn, typedIn } from './draft-typed.js';

/** What somebody owes the draft: an answer, a look at a paper that came later, 後閲, 供覧. Stands above everything else. */
export function OwedForms({ viewer, view, typed }: ActFormsProps) {
  const { mine, draft } = view;
  const at = viewer.url(`staff/approvals/${draft.id}`);
  const [question] = mine.toAnswer;
  const [done] = mine.toReview;
  return (
    <>
      {question && (
        <Section title={`${question.postName} ${question.staffName}さんからの質問`}>
          <Form action={`${at}/acts/answer`} label="質問に答える">
            <Prose text={question.comment} />
            <Hidden name="actId" value={question.id} />
            <TextArea name="answer" label="回答" required rows={3} value={typedIn(typed, 'answer', 'answer')} />
            <ButtonRow>
              <Button>回答する</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      {mine.toAcknowledge.map((attached) => (
        <Section title="後から追加された書類" key={attached.id}>
          <Form action={`${at}/acts/acknowledge`} label="追加された書類を確認した">
            <p>あなたの職が承認した後に、次の書類が追加されました。確認が済むまで、この起案は決裁されません。</p>
            <PaperLink view={view} at={at} actId={attached.id} />
            <Prose text={attached.comment} />
            <Hidden name="actId" value={attached.id} />
            <ButtonRow>
              <Button>書類を確認した</Button>
            </ButtonRow>
          </Form>
        </Section>
      ))}
      {done && (
        <Section title={`後閲：${done.postName}の代決`}>
          <Form action={`${at}/acts/review`} label="後閲する">
            <p>
              不在の間に、{done.ownPostName} {done.staffName}
              さんが代決しました。後閲は決裁を取り消しません。異議があるときは、新しい起案で改めてください。
            </p>
            <Hidden name="actId" value={done.id} />
            <TextArea
              name="reviewComment"
              label="後閲の意見"
              rows={2}
              value={typedIn(typed, 'review', 'reviewComment')}
            />
            <ButtonRow>
              <Button>後閲した</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      {mine.mayRead && (
        <Form action={`${at}/acts/read`} label="供覧">
          <ButtonRow>
            <Button>供覧を読んだ</Button>
          </ButtonRow>
        </Form>
      )}
      {mine.mayRecast && (
        <Section title="変わった案件を出し直す">
          <Form action={`${at}/recasting`} label="変わった案件を出し直す">
            <p>起案の後に変わった案件だけが、承認を取り直します。ほかの案件の承認は残ります。</p>
            <TextArea
              name="recastComment"
              label="変わったこと"
              hint="決裁者が読みます。"
              rows={2}
              value={typedIn(typed, 'recast', 'recastComment')}
            />
            <ButtonRow>
              <Button>変わった案件を出し直す</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </>
  );
}

/** An attachment of the draft, as a link once it may be opened. */
export const AttachmentLink = ({ view, at, paper }: { view: DraftPage; at: string; paper: DraftAttachment }) => (
  <FileLink
    name={paper.name}
    href={`${at}/attachments/${paper.actId}`}
    scan={view.scans.get(paper.sha256) ?? 'not-scanned'}
  />
);

export function PaperLink({ view, at, actId }: { view: DraftPage; at: string; actId: string }) {
  const paper = view.draft.attachments.find((each) => each.actId === actId);
  return paper ? (
    <p>
      <AttachmentLink view={view} at={at} paper={paper} />
    </p>
  ) : null;
}

/** Acts beside the decision, closed until somebody wants one. */
export function SideForms({ viewer, view, typed }: ActFormsProps) {
  const { mine, draft } = view;
  const form = { at: viewer.url(`staff/approvals/${draft.id}`), view, typed };
  return (
    <>
      {mine.mayAsk && <QuestionForm {...form} />}
      {mine.mayHold && <HoldForm {...form} />}
      {mine.mayRemark && <RemarkForm {...form} />}
      {mine.mayAttach && <AttachmentForm {...form} />}
      {mine.mayPullBack && <PullBackForm {...form} />}
    </>
  );
}

function QuestionForm({ at, view: { draft, mine }, typed }: ActFormProps) {
  return (
    <Details summary="質問する" open={typed?.form === 'ask'}>
      <Form action={`${at}/acts/ask`} label="質問する">
        <Hidden name="step" value={mine.step ?? ''} />
        <Radios
          name="askOf"
          label="質問する相手"
          required
          options={placesBefore(draft, '0')}
          value={typedIn(typed, 'ask', 'askOf') ?? '0'}
        />
        <TextArea name="question" label="質問" required rows={3} value={typedIn(typed, 'ask', 'question')} />
        <ButtonRow>
          <Button kind="secondary">質問する</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}

function HoldForm({ at, view: { cases }, typed }: ActFormProps) {
  return (
    <Details summary="案件を起案から外す（保留）" open={typed?.form === 'hold'}>
      <Form action={`${at}/acts/hold`} label="案件を起案から外す">
        <p>選んだ案件だけが起案から外れます。ほかの案件の承認は残ります。</p>
        <Checkboxes
          name="itemIds"
          label="外す案件"
          required
          options={cases.map(({ item, shown }) => ({
            value: item.id,
            label: `${String(item.ordinal)}. ${shown.organizationName}`,
          }))}
          values={tickedIn(typed, 'hold', 'itemIds') ?? []}
        />
        <Radios
          name="keepReservation"
          label="押さえている予算"
          required
          options={[
            { value: 'yes', label: '押さえたままにする（後でこのまま起案する）' },
            { value: 'no', label: '戻す（案件を審査済みに戻す）' },
          ]}
          value={typedIn(typed, 'hold', 'keepReservation') ?? 'yes'}
        />
        <TextArea name="holdReason" label="外す理由" required rows={2} value={typedIn(typed, 'hold', 'holdReason')} />
        <ButtonRow>
          <Button kind="secondary">起案から外す</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}

function RemarkForm({ at, typed }: ActFormProps) {
  return (
    <Details summary="意見を書く" open={typed?.form === 'remark'}>
      <Form action={`${at}/acts/remark`} label="意見を書く">
        <TextArea
          name="remark"
          label="意見"
          hint="承認とは別に記録され、決裁の文書に残ります。"
          required
          rows={3}
          value={typedIn(typed, 'remark', 'remark')}
        />
        <ButtonRow>
          <Button kind="secondary">意見を記録する</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}

function AttachmentForm({ at, typed }: ActFormProps) {
  return (
    <Details summary="書類を追加する" open={typed?.form === 'attach'}>
      <Form action={`${at}/attachments`} upload label="書類を追加する">
        <p>追加した書類は、差し替えも削除もできません。先に承認した職に知らせ、確認を求めます。</p>
        <FileField name="file" label="書類" required accept=".pdf,.jpg,.png,.xlsx,.docx" />
        <TextArea
          name="note"
          label="書類の説明"
          hint="何の書類か、なぜ加えるのか。"
          required
          rows={2}
          value={typedIn(typed, 'attach', 'note')}
        />
        <ButtonRow>
          <Button kind="secondary">追加する</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}

function PullBackForm({ at, typed }: ActFormProps) {
  return (
    <Details summary="引き戻す" open={typed?.form === 'pull-back'}>
      <Form action={`${at}/acts/pull-back`} label="引き戻す">
        <p>まだ誰も承認していないので、手元に戻して直せます。押さえた予算はそのままです。</p>
        <TextArea
          name="pullBackReason"
          label="引き戻す理由"
          rows={2}
          value={typedIn(typed, 'pull-back', 'pullBackReason')}
        />
        <ButtonRow>
          <Button kind="secondary">引き戻す</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}
