/**
 * Two rules of house style that solhint's own come too close to: those count constants among the variables, and
 * part functions that belong together by their mutability.
 * @module
 */

/**
 * What of solhint's syntax tree is read here.
 * @typedef {{ type: string, kind?: string, name?: string | null, visibility?: string, subNodes?: Node[],
 *   variables?: Node[], isDeclaredConst?: boolean, isImmutable?: boolean, isConstructor?: boolean,
 *   isReceiveEther?: boolean, isFallback?: boolean }} Node
 * @typedef {{ error(node: Node, ruleId: string, message: string): void }} Reporter
 */

const HIDDEN = ["internal", "private", "default"];

/** @param {Node} node */
const isHidden = (node) => HIDDEN.includes(node.visibility ?? "default");

/** @param {Node} node */
const isFixed = (node) => Boolean(node.isDeclaredConst || node.isImmutable);

/** @param {Node} node */
const isSpecial = (node) => Boolean(node.isConstructor || node.isReceiveEther || node.isFallback);

/** An underscore leads the name of a contract's variable or function exactly when it is internal or private. */
class LeadingUnderscore {
  /** @param {Reporter} reporter */
  constructor(reporter) {
    this.ruleId = "leading-underscore";
    this.meta = { type: "naming", docs: {}, schema: null };
    this.reporter = reporter;
  }

  /** @param {Node} contract */
  ContractDefinition(contract) {
    if (contract.kind === "library" || contract.kind === "interface") return;
    const parts = contract.subNodes ?? [];
    const functions = parts.filter((node) => node.type === "FunctionDefinition");
    const variables = parts.flatMap((node) => node.variables ?? []);
    for (const node of functions.filter((each) => !isSpecial(each))) this.check(node);
    for (const node of variables.filter((each) => !isFixed(each))) this.check(node);
  }

  /** @param {Node} node */
  check(node) {
    const has = (node.name ?? "").startsWith("_");
    if (has === isHidden(node)) return;
    const wish = has
      ? "takes no leading underscore: it is not hidden"
      : "takes a leading underscore";
    this.reporter.error(node, this.ruleId, `'${node.name}' ${wish}`);
  }
}

const GROUPS = [
  "types and constants",
  "state",
  "events and errors",
  "modifiers",
  "the constructor",
  "receive and fallback",
  "external and public functions",
  "internal and private functions",
];

/**
 * The parts of a contract come in groups, always in the same order; inside a group the order is the author's.
 * Only the first part out of order is reported: the rest often follow from it.
 */
class Grouped {
  /** @param {Reporter} reporter */
  constructor(reporter) {
    this.ruleId = "grouped";
    this.meta = { type: "order", docs: {}, schema: null };
    this.reporter = reporter;
  }

  /** @param {Node} contract */
  ContractDefinition(contract) {
    if (contract.kind === "interface") return;
    let latest = 0;
    for (const node of contract.subNodes ?? []) {
      const group = groupOf(node);
      if (group < latest) {
        this.reporter.error(node, this.ruleId, `${GROUPS[group]} come before ${GROUPS[latest]}`);
        return;
      }
      latest = group;
    }
  }
}

/** @param {Node} node @returns {number} a place in GROUPS */
function groupOf(node) {
  switch (node.type) {
    case "StateVariableDeclaration":
      return (node.variables ?? []).every(isFixed) ? 0 : 1;
    case "EventDefinition":
    case "CustomErrorDefinition":
      return 2;
    case "ModifierDefinition":
      return 3;
    case "FunctionDefinition":
      return groupOfFunction(node);
    default:
      return 0;
  }
}

/** @param {Node} node @returns {number} */
function groupOfFunction(node) {
  if (node.isConstructor) return 4;
  if (node.isReceiveEther || node.isFallback) return 5;
  return isHidden(node) ? 7 : 6;
}

module.exports = [LeadingUnderscore, Grouped];
