import { sectionNamed } from '../../forms/index.js';
import { REASON, type DiscontinuationDraft, type KeptPaper } from '../../grant-changes/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  DateField,
  Day,
  Form,
  Hidden,
  Money,
  Notice,
  Prose,
  Section,
  TextArea,
  YenField,
  type Viewer,
} from '../shared/index.js';
import { ParkedHere, SectionFrame } from '../shared/sections/section-frame.js';
import { ChangePapers } from './change-papers.js';
import { changeUrl } from './change-parts.js';
import { GiveUp, ReturnedNotice } from './change-tasks.page.js';

interface DiscontinuationProps {
  readonly viewer: Viewer;
  readonly draft: DiscontinuationDraft;
  readonly papers: readonly KeptPaper[];
}

/** 中止・廃止: the day, the reason, what was spent; once it is whole, the same page sends it. */
export function DiscontinuationPage({ viewer, draft, papers }: DiscontinuationProps) {
  const { change, grant, faults, typed } = draft;
  const section = sectionNamed(draft.sections, REASON);
  const parked = (field: string, label: string) => <ParkedHere parked={section.parked} {...{ field, label }} />;
  return (
    <>
      <ReturnedNotice change={change} />
      <p>
        {grant.programName}（交付決定額 <Money yen={grant.amountInForce} />
        ）をやめる申請です。承認されると、やめた日までの実績を報告し、交付する額を確定します。
      </p>
      <SectionFrame
        action={changeUrl(viewer, change.id, 'parts', 'discontinuation')}
        section={section}
        writer={viewer.actor.name}
        label="中止・廃止の内容"
        buttons={
          <Button kind={faults.length === 0 ? 'secondary' : 'primary'} name="act" value="next">
            保存して確かめる
          </Button>
        }
      >
        <DateField
          name="effective"
          label="やめる日"
          hint="すでにやめたときは、その日。例：令和8年10月31日"
          required
          value={typed.effective}
        />
        {parked('effective', 'やめる日')}
        <TextArea name="reason" label="やめる理由" required rows={4} most={1000} value={typed.reason} />
        {parked('reason', 'やめる理由')}
        <YenField
          name="spent"
          label="これまでに使った額"
          hint="まだ使っていないときは0。おおよそではなく、領収書の合計を書きます。"
          required
          value={typed.spent}
        />
        {parked('spent', 'これまでに使った額')}
      </SectionFrame>
      <ChangePapers viewer={viewer} change={change} papers={papers} />
      {faults.length === 0 && <Sending viewer={viewer} draft={draft} />}
      <GiveUp viewer={viewer} change={change} />
    </>
  );
}

const Sending = ({ viewer, draft }: { viewer: Viewer; draft: DiscontinuationDraft }) => (
  <Section title="確かめて提出する">
    <CheckAnswers
      answers={[
        { label: 'やめる日', value: <Day date={draft.effectiveOn} /> },
        { label: 'やめる理由', value: <Prose text={draft.reason} /> },
        { label: 'これまでに使った額', value: <Money yen={draft.spentAmount} /> },
      ]}
    />
    <Notice tone="warning" title="承認されると、元には戻せません">
      <p>まだ支払われていない請求は取り消され、これからの支払は、額の確定のあとになります。</p>
    </Notice>
    <Form action={changeUrl(viewer, draft.change.id, 'sending')} once label="提出">
      <Hidden name="checkedDigest" value={draft.digest} />
      <ButtonRow>
        <Button>この内容で中止・廃止の承認を申請する</Button>
      </ButtonRow>
    </Form>
  </Section>
);
