import type {
  AssociateAnswer,
  AssociateParameters,
  PreviewAnswer,
  PreviewParameters,
  RemoveAnswer,
  RemoveParameters,
} from './associations';
import type { PropertiesAnswer, PropertiesParameters } from './filters';
import type { MessagesAnswer, MessagesParameters } from './messages';
import type { NoteAnswer, NoteParameters } from './notes';
import type { PastedTextAnswer, PastedTextParameters } from './pasted-text';
import type {
  CollectAnswer,
  CollectParameters,
  DescribeAnswer,
  DescribeParameters,
  ListAnswer,
  ListParameters,
  ResolveAnswer,
  ResolveParameters,
  SegmentsAnswer,
  SegmentsParameters,
} from './records';
import type { SuggestAnswer, SuggestParameters } from './suggestions';

/**
 * The calls that the card makes: app function uid -> its parameters and the payload of its `Answer`.
 * Renaming a uid after a deploy breaks every card that is open.
 */
export interface FunctionCalls {
  associate_records: { parameters: AssociateParameters; answer: AssociateAnswer };
  preview_associations: { parameters: PreviewParameters; answer: PreviewAnswer };
  remove_associations: { parameters: RemoveParameters; answer: RemoveAnswer };
  resolve_records: { parameters: ResolveParameters; answer: ResolveAnswer };
  collect_records: { parameters: CollectParameters; answer: CollectAnswer };
  find_segments: { parameters: SegmentsParameters; answer: SegmentsAnswer };
  describe_objects: { parameters: DescribeParameters; answer: DescribeAnswer };
  list_associations: { parameters: ListParameters; answer: ListAnswer };
  suggest_records: { parameters: SuggestParameters; answer: SuggestAnswer };
  describe_properties: { parameters: PropertiesParameters; answer: PropertiesAnswer };
  save_note: { parameters: NoteParameters; answer: NoteAnswer };
  read_messages: { parameters: MessagesParameters; answer: MessagesAnswer };
  read_pasted_text: { parameters: PastedTextParameters; answer: PastedTextAnswer };
}

export type FunctionUid = keyof FunctionCalls;
export type ParametersOf<Uid extends FunctionUid> = FunctionCalls[Uid]['parameters'];
export type AnswerOf<Uid extends FunctionUid> = FunctionCalls[Uid]['answer'];
