import type { ComponentChildren } from 'preact';
import { pointField, type ApplicationDraft } from '../../applications/index.js';
import { sectionNamed, type SectionName } from '../../forms/index.js';
import { Button, ButtonRow, Hidden, Notice, Prose, Steps, TextArea, type Viewer } from '../shared/index.js';
import { BeingEntered } from '../shared/paper.js';
import { ParkedHere, SectionFrame } from '../shared/sections/section-frame.js';
import { sectionUrl, sectionsOf, sectionWords } from './application-words.js';

interface SectionFormProps {
  readonly viewer: Viewer;
  readonly draft: ApplicationDraft;
  readonly name: SectionName;
  /** Files may be among what is sent. */
  readonly upload?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** The frame of every section: its place in the journey, autosave, and the same two buttons. */
export function SectionForm({ viewer, draft, name, upload, children }: SectionFormProps) {
  const { application, document, sections } = draft;
  const journey = sectionsOf(document);
  const current = journey.findIndex((section) => section.name === name) + 1;
  return (
    <>
      <Steps current={current} total={journey.length + 1} label={sectionWords(document, name).title} />
      {viewer.desk === 'staff' && <BeingEntered draft={draft} />}
      <SectionFrame
        action={sectionUrl(viewer, application.id, name)}
        section={sectionNamed(sections, name)}
        writer={viewer.actor.name}
        upload={upload}
      >
        <Hidden name="edition" value={application.programVersionId} />
        {children}
      </SectionFrame>
    </>
  );
}

/** What is written in sections, whoever's it is: an application, or the amendment of a decided one. */
export type WrittenDraft = Pick<ApplicationDraft, 'document' | 'sections' | 'points' | 'pointAnswers' | 'changes'>;

/** Saves what stands in the table before the workbook is made of it. */
export const WorkbookButton = () => (
  <ButtonRow>
    <Button kind="secondary" name="act" value="workbook">
      保存して、Excelのファイルで続ける
    </Button>
  </ButtonRow>
);

interface PointsHereProps {
  readonly draft: WrittenDraft;
  readonly section: SectionName;
  readonly pointer: string;
}

/** The points of the return at this place or inside it, each with the field for its answer. */
export function PointsHere({ draft: { points, pointAnswers, changes, sections }, section, pointer }: PointsHereProps) {
  return (
    <>
      {points
        .filter((point) => point.pointer === pointer || point.pointer.startsWith(`${pointer}.`))
        .map((point) => (
          <div class="point" key={point.id}>
            <Notice tone="warning" title={`担当課からの指摘（${point.label}）`}>
              <Prose text={point.text} />
            </Notice>
            <TextArea
              name={`pointAnswers[${point.id}]`}
              label="この指摘への回答"
              hint="内容を直したときは、空欄のままでもかまいません。"
              required={!changes.some((change) => change.pointer === point.pointer)}
              rows={2}
              value={pointAnswers[point.id]}
            />
            <ParkedHere
              parked={sectionNamed(sections, section).parked}
              field={pointField(point.id)}
              label="指摘への回答"
            />
          </div>
        ))}
    </>
  );
}
