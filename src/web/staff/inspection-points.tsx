import { answeredSections } from '../../applications/index.js';
import { type Answer } from '../../forms/index.js';
import { Details, fieldName, Section, TextArea } from '../shared/index.js';
import type { InspectionPageProps } from './inspection-props.js';

/** Points are written at the place they speak of; those with a text stand open. */
export function InspectionPoints({ view }: InspectionPageProps) {
  const { submission, inspection } = view;
  const textAt = (pointer: string): string => inspection.points.find((point) => point.pointer === pointer)?.text ?? '';
  const places = view.places;
  const sections = answeredSections(submission.content.answers as readonly Answer[]);
  const groups = [
    ...sections.map(({ title, questions }) => ({
      title,
      places: places.filter(({ pointer }) => questions.some(({ id }) => pointer === `form.${id}`)),
    })),
    { title: '収支決算書', places: places.filter(({ pointer }) => pointer.startsWith('account.')) },
    { title: '領収書', places: places.filter(({ pointer }) => pointer.startsWith('receipts.')) },
    { title: '写真', places: places.filter(({ pointer }) => pointer.startsWith('photos.')) },
  ];
  return (
    <Section title="指摘">
      {groups.map((group) => (
        <Details
          summary={`${group.title}への指摘を書く`}
          open={group.places.some(({ pointer }) => textAt(pointer) !== '')}
          key={group.title}
        >
          {group.places.map(({ pointer, label, text }) => (
            <TextArea
              name={fieldName(`points.${pointer}`)}
              label={`「${label}」への指摘`}
              hint={text === '' ? undefined : text}
              rows={2}
              value={textAt(pointer)}
              key={pointer}
            />
          ))}
        </Details>
      ))}
    </Section>
  );
}
