#include "core/clause/clauses.h"

#include "core/command/engine.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

class Lines {
public:
    Lines()
    {
        for (const Clause& clause : clauses())
            add(clause);
    }

    ClauseLine& of(const QString& id)
    {
        if (!m_places.contains(id))
            add({id, {}, {}});
        return m_lines[m_places.value(id)];
    }

    std::vector<ClauseLine> taken() && { return std::move(m_lines); }

private:
    void add(const Clause& clause)
    {
        m_places.insert(clause.id, m_lines.size());
        m_lines.push_back({clause, {}, {}});
    }

    std::vector<ClauseLine> m_lines;
    QHash<QString, std::size_t> m_places;
};

// A declaration and the place that writes the refusal are one rule: the declaration is named.
void addRule(QStringList& rules, const CarriedBy& carried)
{
    const QString name = carried.rule + u" ("_s;
    if (std::none_of(rules.begin(), rules.end(),
            [&name](const QString& rule) { return rule.startsWith(name); }))
        rules.append(name + carried.file + u')');
}

}

std::vector<ClauseLine> clauseLines()
{
    Lines lines;
    for (const CarriedBy& carried : carriedByRules())
        addRule(lines.of(carried.clause).rules, carried);
    for (const CommandSpec& command : allCommands())
        for (const QString& id : command.clauses)
            lines.of(id).commands.append(command.name);
    return std::move(lines).taken();
}

}
