import type { DraftRef } from '../../approvals/index.js';
import type { ApplicationCount, ChangedPart, ProgramVersion } from '../../programs/index.js';
import {
  Button,
  ButtonRow,
  Checkbox,
  Form,
  Moment,
  Notice,
  Prose,
  Section,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';
import { NewDraftFields } from './draft-fields.js';

/** What is to be known before an edition is published or taken back. */
export interface PublicationOutlook {
  /** Against the edition before; null for the first. */
  readonly changed: readonly ChangedPart[] | null;
  /** Drafts that publishing carries over. */
  readonly toCarryOver: number;
  readonly applications: ApplicationCount;
  /** The town decides the publication by a draft. */
  readonly byDraft: boolean;
  /** The draft that runs. */
  readonly draft: DraftRef | null;
}

interface PublicationProps {
  readonly viewer: Viewer;
  readonly version: ProgramVersion;
  readonly outlook: PublicationOutlook;
}

/** Publishing freezes: so the page says once more what changes, what is still a sample and whom it reaches. */
export function Publication({ viewer, version, outlook, typed }: PublicationProps & { typed: unknown }) {
  const { changed, toCarryOver, draft } = outlook;
  const path = `staff/programs/${version.id}`;
  const { sample } = version.document;
  return (
    <Section title="公開する">
      <p>公開すると、受付期間のあいだ団体が申請できるようになります。公開した版の内容は、あとから変えられません。</p>
      <ul>
        {changed && (
          <li>
            {changed.length === 0
              ? '前の版と同じ内容です。'
              : `前の版から変わるところ：${changed.map(({ title, changes }) => `${title}（${String(changes.length)}か所）`).join('、')}。`}
            <a href={viewer.url(`${path}/changes`)}>前の版と並べて見る</a>
          </li>
        )}
        <li>
          {toCarryOver === 0
            ? '引き継ぐ作成中の申請はありません。'
            : `作成中の申請${String(toCarryOver)}件が、この版に引き継がれます。入力した内容は消えません。変わったところは団体に知らせます。引き継がれたあとは、公開を取り消せません。`}
        </li>
        {sample.length > 0 && <li>見本のままの値：{sample.join('、')}</li>}
      </ul>
      {draft ? (
        <Notice tone="info" title="公開の決裁を待っています">
          <p>
            起案 <a href={viewer.url(`staff/approvals/${draft.id}`)}>{draft.number}</a>{' '}
            の決裁が終わると、公開されます。下書きを直すと、それまでの承認は取り直しになります。
          </p>
        </Notice>
      ) : (
        <PublicationForm viewer={viewer} version={version} byDraft={outlook.byDraft} typed={typed} />
      )}
    </Section>
  );
}

interface PublicationFormProps {
  readonly viewer: Viewer;
  readonly version: ProgramVersion;
  readonly byDraft: boolean;
  readonly typed: unknown;
}

function PublicationForm({ viewer, version: { id, document, version }, byDraft, typed }: PublicationFormProps) {
  const path = `staff/programs/${id}`;
  if (!byDraft) {
    return (
      <Form action={viewer.url(`${path}/publication`)} version={version}>
        <Checkbox name="confirmed" label="内容を確かめました" required />
        <ButtonRow>
          <Button>この版を公開する</Button>
        </ButtonRow>
      </Form>
    );
  }
  return (
    <Form action={viewer.url(`${path}/publication-draft`)} version={version} label="公開の起案">
      <p>公開は、決裁を受けて行います。決裁が終わると同時に公開されます。</p>
      <NewDraftFields
        title={`${document.name.replace(/\s+/g, '')}の公開について`}
        reason={`${document.legalBasis.title}に基づく補助制度の内容を定めたので、公開してよろしいか伺います。`}
        sent={typed}
      />
      <ButtonRow>
        <Button>公開を起案する</Button>
      </ButtonRow>
    </Form>
  );
}

/** 公開の取消し: offered while nothing was begun; afterwards the page says why not. */
export function Withdrawal({
  viewer,
  version,
  outlook: { applications, changed },
  typed,
}: PublicationProps & { typed: unknown }) {
  const count = applications.drafts + applications.others;
  if (count > 0) {
    return (
      <Section title="公開を取り消す">
        <p>この版で始められたか、前の版から引き継がれた申請が{String(count)}件あるため、公開を取り消せません。</p>
      </Section>
    );
  }
  return (
    <Section title="公開を取り消す">
      <p>
        まだ申請が始められていないため、公開を取り消せます。取り消すと、団体からは見えなくなります。
        {changed ? '同じ年度の前の版があるときは、その版の受付に戻ります。' : ''}
      </p>
      <Form
        action={viewer.url(`staff/programs/${version.id}/withdrawal`)}
        version={version.version}
        label="公開の取消し"
      >
        <TextArea name="reason" label="取り消す理由" required rows={2} value={typedText(typed, 'reason')} />
        <Checkbox name="confirmed" label="団体から見えなくなることを確かめました" required />
        <ButtonRow>
          <Button kind="secondary">公開を取り消す</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

/** An edition that was taken back, with its reason. */
export const WithdrawnNotice = ({ version }: { version: ProgramVersion }) => (
  <Notice tone="warning" title="この版の公開は取り消されました">
    <p>
      {version.withdrawnBy}　<Moment at={version.withdrawnAt} />
    </p>
    <Prose text={version.withdrawalReason ?? ''} />
  </Notice>
);
