import { LONGEST_MESSAGE, type Correspondent, type Message, type Thread } from '../../cases/index.js';
import { groupDigits } from '../../kernel/yen.js';
import { Button, ButtonRow } from './buttons.js';
import { EmptyState, StatusTag } from './feedback.js';
import { Select, TextArea } from './fields.js';
import { Form } from './forms.js';
import { Section } from './structure.js';
import { Moment, Prose, VisuallyHidden } from './values.js';
import type { Viewer } from './viewer.js';

export interface TypedMessage {
  readonly text: string;
  readonly place: string;
}

export const NOTHING_TYPED: TypedMessage = { text: '', place: '' };

interface ThreadPageProps {
  readonly viewer: Viewer;
  readonly thread: Thread;
  /** Where the form goes. */
  readonly action: string;
  /** How the page names the other side. */
  readonly to: string;
  readonly typed: TypedMessage;
}

/** 連絡 about one case: what was written, oldest first, and the form at the end. */
export function ThreadPage({ viewer, thread, action, to, typed }: ThreadPageProps) {
  const { messages, fresh, reader, item } = thread;
  const names = { committee: item.organizationName, staff: viewer.town.name };
  return (
    <>
      <Section title="これまでの連絡">
        {messages.length === 0 ? (
          <EmptyState title="連絡はまだありません。" />
        ) : (
          <ol class="thread">
            {messages.map((message) => (
              <ThreadMessage
                message={message}
                names={names}
                reader={reader}
                fresh={fresh.has(message.id)}
                key={message.id}
              />
            ))}
          </ol>
        )}
      </Section>
      {reader && (
        <Section title="連絡を書く">
          <Form action={action} once label="連絡を書く">
            {thread.places.length > 0 && (
              <Select
                name="place"
                label="どの欄についてですか"
                hint="特定の欄についてでなければ、選ばずに送れます。"
                prompt="選ばない（申請の全体）"
                value={typed.place}
                options={thread.places.map(({ pointer, label }) => ({ value: pointer, label }))}
              />
            )}
            <TextArea
              name="text"
              label={`${to}への連絡`}
              hint={`${groupDigits(LONGEST_MESSAGE)}文字まで。送った後は、変えることも消すこともできません。`}
              required
              rows={6}
              value={typed.text}
            />
            <ButtonRow>
              <Button>送る</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </>
  );
}

interface ThreadMessageProps {
  readonly message: Message;
  readonly names: Readonly<Record<Correspondent, string>>;
  readonly reader: Correspondent | null;
  readonly fresh: boolean;
}

function ThreadMessage({ message, names, reader, fresh }: ThreadMessageProps) {
  const { from, text, place, writtenAt, writtenBy, openedAt, openedBy } = message;
  return (
    <li class={from === reader ? 'message message-own' : 'message'}>
      <p class="message-head">
        <strong>
          {names[from]}　{writtenBy}
        </strong>
        <Moment at={writtenAt} />
        {fresh && <StatusTag tone="warning">新着</StatusTag>}
      </p>
      {place && <p class="message-place">「{place.label}」について</p>}
      <Prose text={text} />
      {from !== reader || reader === null ? null : <Opening at={openedAt} by={openedBy} />}
    </li>
  );
}

/** Whether the other side has it: what a telephone call would have told. */
const Opening = ({ at, by }: { at: Date | null; by: string | null }) => (
  <p class="message-opening">
    {at === null ? (
      '相手はまだ開いていません。'
    ) : (
      <>
        {by}さんが <Moment at={at} /> に開きました。
      </>
    )}
  </p>
);

interface ThreadLinkProps {
  readonly href: string;
  /** Messages that wait for whoever looks at the page. */
  readonly unread: number;
  /** What the case is called where several stand below one another. */
  readonly about?: string;
  readonly label?: string;
}

/** The way to the thread of a case, with a mark where something lies there unread. */
export const ThreadLink = ({ href, unread, about, label = '連絡' }: ThreadLinkProps) => (
  <>
    <a href={href}>
      {label}
      {about && <VisuallyHidden>：{about}</VisuallyHidden>}
    </a>
    {unread > 0 && (
      <>
        {' '}
        <StatusTag tone="warning">未読{unread}件</StatusTag>
      </>
    )}
  </>
);
