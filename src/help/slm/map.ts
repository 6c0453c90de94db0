import type { HelpOfFunctions } from '../function-help';

export const MAP: HelpOfFunctions = {
  SERIAL: {
    notes: ['For parts that fail independently. A part that stands in two places counts once: leave its second place out.', 'A blank cell is an error; where Excel hands it over as 0, it is a part that is never up.'],
    examples: [{ formula: 'SLM.SERIAL({0.999;0.998;0.9995})', result: 0.996503499, why: '0.999 × 0.998 × 0.9995.' }],
  },
  PARALLEL: {
    notes: ['For parts that fail independently; exact for parts that differ.'],
    examples: [
      { formula: 'SLM.PARALLEL({0.99;0.98})', result: 0.9998, why: 'Both are down 0.01 × 0.02 of the time.' },
      { formula: 'SLM.PARALLEL({0.99;0.99;0.98}, 2)', result: 0.999504, why: 'All three up 0.960498; without the third 0.019602; without either of the others 2 × 0.009702.' },
    ],
  },
  SERVICEFOR: {
    notes: [
      'Each word of a phrase weighs the more the fewer phrases have it; words such as “the” hardly anything. The score of a phrase is the harmonic mean of two shares: how much of it is in the words, and how much of the words is in it. From 0.5 on, the best phrase answers.',
      'Words may be misspelt (up to two letters of five), except those of three letters or fewer, and written apart or together. Two services that fit alike are `#N/A`, and the message names them.',
    ],
    examples: [
      { formula: 'SLM.SERVICEFOR({"I cannot pritn";"passwrod forgoten"}, Glossary[#All])', result: [['Printing'], ['Sign-in']], why: 'Misspelt, and in another order.' },
      { formula: 'SLM.SERVICEFOR("the lift is stuck", Glossary[#All])', result: '#N/A', why: 'Nothing in the glossary is close.' },
    ],
  },
};
