import { randomUUID } from 'node:crypto';
import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { readAnswer, type ParkedText, type Question, type Section } from '../../../forms/index.js';
import { dayInJapan, formatEra, timeInJapan } from '../../../kernel/local-date.js';
import { Button, ButtonRow } from '../buttons.js';
import { Notice } from '../feedback.js';
import { fieldId } from '../field-name.js';
import { Checkbox } from '../fields.js';
import { Form, Hidden } from '../forms.js';
import { SaveOnEnter } from '../save-on-enter.js';
import { Prose } from '../values.js';

/** Where the section that is being drawn is sent. */
export const SectionAddress = createContext('');

/** Who writes in it. */
const Writer = createContext('');

interface SectionFrameProps {
  /** Where the section is sent, also by the autosave. */
  readonly action: string;
  readonly section: Pick<Section, 'version'>;
  /** The name of who writes. */
  readonly writer: string;
  /** Files may be among what is sent. */
  readonly upload?: boolean | undefined;
  /** Names the form where others stand on the page. */
  readonly label?: string;
  /** What stands at the end; the usual pair leads through the journey. */
  readonly buttons?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The form of every section: named as the page it is, saved by itself while it is written, with the same two buttons. */
export const SectionFrame = ({ action, section, writer, upload, label, buttons, children }: SectionFrameProps) => (
  <Form action={action} version={section.version} autosave={action} upload={upload} label={label}>
    <Hidden name="page" value={randomUUID()} />
    <SaveOnEnter />
    <SectionAddress.Provider value={action}>
      <Writer.Provider value={writer}>{children}</Writer.Provider>
    </SectionAddress.Provider>
    <ButtonRow>
      {buttons ?? (
        <>
          <Button name="act" value="next">
            保存して次へ
          </Button>
          <Button kind="secondary" name="act" value="back">
            保存して一覧に戻る
          </Button>
        </>
      )}
    </ButtonRow>
  </Form>
);

interface StayButtonProps {
  readonly act: string;
  /** The name of the field, or of the part of the page, that stands in sight again when the answer comes. */
  readonly place: string;
  readonly kind?: 'secondary' | 'quiet' | undefined;
  readonly children: ComponentChildren;
}

/** A button that saves and leads back to where it was pressed, so that nobody looks for their place on a long page. */
export const StayButton = ({ act, place, kind = 'quiet', children }: StayButtonProps) => (
  <Button kind={kind} small name="act" value={act} formAction={`${useContext(SectionAddress)}#${fieldId(place)}`}>
    {children}
  </Button>
);

/** The part to which a `StayButton` below a table leads back: what was added stands above it. */
export const BelowTable = ({ place, children }: { place: string; children: ComponentChildren }) => (
  <div class="below-table" id={fieldId(place)}>
    {children}
  </div>
);

interface ParkedHereProps {
  readonly parked: readonly ParkedText[];
  readonly field: string;
  readonly label: string;
  /** Puts what is kept in the field in words. */
  readonly inWords?: (text: string) => string;
}

/** What another officer typed here at the same time: nothing is thrown away before someone has read it. */
export function ParkedHere({ parked, field, label, inWords = (text) => text }: ParkedHereProps) {
  const here = parked.filter((text) => text.field === field);
  const writer = useContext(Writer);
  if (here.length === 0) return null;
  return (
    <div class="parked">
      {here.map(({ by, at, text }) => (
        <Notice
          tone="warning"
          title={`${by === writer ? 'あなた' : `${by}さん`}が同時に入力した内容（${label}）`}
          key={by + at}
        >
          <Prose text={text === null ? '（この行を削除）' : inWords(text)} />
          <p class="hint">
            {formatEra(dayInJapan(new Date(at)))} {timeInJapan(new Date(at))}。必要な部分を上の欄に写してください。
          </p>
        </Notice>
      ))}
      <Checkbox name={`settled[${field}]`} label="確かめたので、この表示を消す" />
    </div>
  );
}

/** A parked answer, or row of a table, in words. */
export const answerInWords = (question: Question, field: string, text: string): string =>
  question.kind === 'file' ? text : readAnswer(question, new Map([[field, text]])).words;
