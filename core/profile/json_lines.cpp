#include "core/profile/json_lines.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int deepest = 64;

// Reads no values, only where they begin; the text was or will be read by a real parser.
class LineWalk {
public:
    LineWalk(const QByteArray& json, QHash<QString, int>& lines) : m_json(json), m_lines(lines) { }

    void value(const QString& path, int depth)
    {
        skipBlanks();
        if (!path.isEmpty() && !atEnd())
            m_lines.insert(path, m_line);
        if (depth > deepest)
            m_at = m_json.size();
        else if (peek() == '{')
            members(path, depth);
        else if (peek() == '[')
            items(path, depth);
        else if (peek() == '"')
            text();
        else
            word();
    }

private:
    bool atEnd() const { return m_at >= m_json.size(); }
    char peek() const { return atEnd() ? '\0' : m_json[m_at]; }

    void step()
    {
        if (peek() == '\n')
            ++m_line;
        ++m_at;
    }

    void skipBlanks()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
            step();
    }

    QString text()
    {
        const qsizetype from = ++m_at;
        while (!atEnd() && peek() != '"') {
            if (peek() == '\\')
                step();
            step();
        }
        const QString found = QString::fromUtf8(m_json.mid(from, m_at - from));
        ++m_at;
        return found;
    }

    void word()
    {
        while (!atEnd() && !QByteArrayView(",]}").contains(peek()))
            step();
    }

    void members(const QString& path, int depth)
    {
        step();
        for (skipBlanks(); peek() == '"'; skipBlanks()) {
            const QString key = text();
            skipBlanks();
            if (peek() == ':')
                step();
            value(path.isEmpty() ? key : path + u'.' + key, depth + 1);
            skipBlanks();
            if (peek() == ',')
                step();
        }
        step();
    }

    void items(const QString& path, int depth)
    {
        step();
        skipBlanks();
        for (int n = 0; !atEnd() && peek() != ']'; ++n) {
            value(path + u"[%1]"_s.arg(n), depth + 1);
            skipBlanks();
            if (peek() == ',')
                step();
            else if (peek() != ']')
                m_at = m_json.size();
            skipBlanks();
        }
        step();
    }

    const QByteArray& m_json;
    QHash<QString, int>& m_lines;
    qsizetype m_at = 0;
    int m_line = 1;
};

}

QHash<QString, int> linesOf(const QByteArray& json)
{
    QHash<QString, int> lines;
    LineWalk(json, lines).value({}, 0);
    return lines;
}

int lineAt(const QHash<QString, int>& lines, const QString& path)
{
    QString at = path;
    while (!at.isEmpty() && !lines.contains(at))
        at.truncate(std::max<qsizetype>({at.lastIndexOf(u'.'), at.lastIndexOf(u'['), 0}));
    return lines.value(at, 0);
}

}
