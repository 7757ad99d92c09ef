import type { AmendmentDraft, KeptPaper } from '../../grant-changes/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Form,
  Hidden,
  messageFor,
  Money,
  Notice,
  Prose,
  Section,
  Steps,
  WorkingTable,
  type Viewer,
} from '../shared/index.js';
import { MovedTable, PlacesTable } from '../shared/change-words.js';
import { changeUrl, mendingHref, partOf, partsOf, partWords } from './change-parts.js';

interface ChangeCheckProps {
  readonly viewer: Viewer;
  readonly draft: AmendmentDraft;
  readonly papers: readonly KeptPaper[];
}

/** Before and after side by side; whether it is an application or a notice; the button only when nothing is missing. */
export function ChangeCheckPage({ viewer, draft, papers }: ChangeCheckProps) {
  const { change, grant, amended, moved, faults, reason } = draft;
  const steps = partsOf(amended.document).length + 1;
  const { working } = amended.figures;
  return (
    <>
      <Steps current={steps} total={steps} label="確かめて提出" />
      {faults.length > 0 && <Missing viewer={viewer} draft={draft} />}
      <KindNotice draft={draft} />
      <CheckAnswers
        answers={[
          {
            label: '変更の理由',
            value: <Prose text={reason === '' ? '（まだ書いていません）' : reason} />,
            changeHref: changeUrl(viewer, change.id, 'parts', 'reason'),
          },
          { label: 'いまの交付決定額', value: <Money yen={grant.amountInForce} /> },
          {
            label: draft.needsApproval ? '申請する変更後の額' : '変更後の計算額',
            value: (
              <>
                <Money yen={working.total} strong />
                {!draft.needsApproval && <span class="hint">　届では交付決定額は変わりません。</span>}
              </>
            ),
          },
          { label: '添える書類', value: papers.length === 0 ? 'なし' : papers.map(({ name }) => name).join('、') },
        ]}
      />
      <Section title="変わるところ">
        <PlacesTable places={amended.changes} />
      </Section>
      <Section title="支出の増減">
        <MovedTable moved={moved} />
      </Section>
      <Section title="変更後の額の算定">
        <WorkingTable working={working} />
      </Section>
      {faults.length === 0 && (
        <Section title="提出">
          <p>提出すると、担当課が確かめます。差し戻されるまでは、内容を変えられません。</p>
          <Form action={changeUrl(viewer, change.id, 'sending')} once label="提出">
            <Hidden name="checkedDigest" value={amended.digest} />
            <ButtonRow>
              <Button>
                {draft.needsApproval ? 'この内容で変更の承認を申請する' : 'この内容で軽微な変更を届け出る'}
              </Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </>
  );
}

/** What it is going to be, and by which rule. */
function KindNotice({ draft: { needsApproval, moved, increase, change, grant } }: { draft: AmendmentDraft }) {
  const { article } = grant.document.changes;
  const by = article === '' ? '' : `（${article}）`;
  if (!needsApproval) {
    return (
      <Notice tone="info" title="軽微な変更の届になります">
        <p>増減が決められた割合を超えないため、承認の申請は要りません{by}。交付決定額は変わりません。</p>
      </Notice>
    );
  }
  const why = [
    ...(increase ? ['交付決定額の増額を求めるため'] : []),
    ...moved.filter(({ over }) => over).map(({ label }) => `${label}の増減が決められた割合を超えるため`),
    ...(change.approvalAsked ? ['担当課が承認の申請を求めたため'] : []),
  ];
  return (
    <Notice tone="warning" title="変更の承認を申請します">
      <ul>
        {why.map((each) => (
          <li key={each}>
            {each}
            {by}
          </li>
        ))}
      </ul>
      <p>承認の通知書が届くまでは、いまの内容のとおり行ってください。</p>
    </Notice>
  );
}

function Missing({ viewer, draft }: { viewer: Viewer; draft: AmendmentDraft }) {
  const lines = new Map(
    draft.faults.map(({ pointer, code, params }) => {
      const part = partOf(draft, pointer);
      const sentence = messageFor(code, params);
      return part === null
        ? [sentence, null]
        : [`${partWords(draft.amended.document, part).title}：${sentence}`, mendingHref(viewer, draft, part, pointer)];
    }),
  );
  return (
    <Notice tone="warning" title={`提出までに、あと${String(draft.faults.length)}か所あります`}>
      <ul>
        {[...lines].map(([words, href]) => (
          <li key={words}>{href ? <a href={href}>{words}</a> : words}</li>
        ))}
      </ul>
    </Notice>
  );
}
