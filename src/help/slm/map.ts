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
  EXPECTED: {
    notes: [
      'Exact for components that fail independently of each other, also where two groups share them; “How expected availability is computed”, further down, says how.',
      'What stands in `components` fails by itself as often as its Availability says, and with what it stands on. What is not there and stands on something, such as a service, fails only with that.',
      'A component whose Availability is blank (or 0, as Excel hands over a blank cell), and a name that stands on nothing and is no component, are `#N/A`, and the message names them: what could be said is only that the figure is not above something, which a cell cannot show. The report shows that bound. A map that is too large to be exact is `#NUM!`.',
      'Agreements are not looked at. The report takes those on what stands beneath into account: the Availability target of one in force goes before the figure of a component, and that of an OLA stands for all beneath it. So the two figures may differ.',
    ],
    examples: [
      { formula: 'SLM.EXPECTED("Web farm", ShopMap[#All], Components[#All])', result: 0.9988002, why: 'Power once, and not both servers down: 0.999 × (1 − 0.01 × 0.02).' },
      { formula: 'SLM.EXPECTED({"Shop";"Server B"}, ShopMap[#All], Components[#All])', result: [[0.993806199], [0.97902]], why: '0.9988002 × 0.995; 0.98 × 0.999.' },
    ],
  },
  IMPACT: {
    notes: [
      'A group is down when fewer of its members are up than Required says. Things that stand on each other go down together.',
      'Names as `dependencies` first writes them. A name that is not there takes nothing down: the result is an empty text, as it is where nothing stands on the item.',
    ],
    examples: [
      { formula: 'SLM.IMPACT("Power", ShopMap[#All])', result: [['Server A'], ['Server B'], ['Web farm'], ['Shop']], why: 'Both servers, so the farm, so the shop.' },
      { formula: 'SLM.IMPACT("Server A", ShopMap[#All])', result: '', why: 'The farm needs one of two servers, and the other one is up.' },
    ],
  },
  STANDSON: {
    notes: ['Each thing stands once, where it is nearest; the service itself does not. Nothing beneath it, or a name that is not in `dependencies`: an empty text.'],
    examples: [{ formula: 'SLM.STANDSON("Shop", ShopMap[#All])', result: [['Web farm', 1], ['Directory', 1], ['Server A', 2], ['Server B', 2], ['Power', 3]], why: 'The shop needs the farm, which needs servers, which need power.' }],
  },
  SINGLEPOINTS: {
    notes: ['The service itself is left out. None, or a name that is not in `dependencies`: an empty text.'],
    examples: [{ formula: 'SLM.SINGLEPOINTS("Shop", ShopMap[#All])', result: [['Web farm'], ['Directory'], ['Power']], why: 'Either server alone is no loss, but both stand on the same power.' }],
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
