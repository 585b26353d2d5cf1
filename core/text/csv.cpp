#include "core/text/csv.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

class Reader {
public:
    explicit Reader(const QString& text) : m_text(text) { m_at = text.startsWith(QChar(0xFEFF)); }

    std::variant<std::vector<CsvLine>, CsvProblem> read()
    {
        while (m_at < m_text.size() && m_problem.text.isEmpty())
            line();
        if (!m_problem.text.isEmpty())
            return m_problem;
        return m_lines;
    }

private:
    bool atEnd() const
    {
        return m_at >= m_text.size() || m_text[m_at] == u'\n' || m_text[m_at] == u'\r';
    }

    void line()
    {
        CsvLine next{m_number, {}};
        next.fields.append(field());
        while (m_at < m_text.size() && m_text[m_at] == u',') {
            ++m_at;
            next.fields.append(field());
        }
        endLine();
        if (next.fields.join(QString()).isEmpty())
            return;
        m_lines.push_back(std::move(next));
    }

    void endLine()
    {
        if (m_at < m_text.size() && m_text[m_at] == u'\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'\n')
            ++m_at;
        ++m_number;
    }

    QString field()
    {
        while (m_at < m_text.size() && (m_text[m_at] == u' ' || m_text[m_at] == u'\t'))
            ++m_at;
        return m_at < m_text.size() && m_text[m_at] == u'"' ? quoted() : plain();
    }

    QString plain()
    {
        const qsizetype from = m_at;
        while (!atEnd() && m_text[m_at] != u',')
            ++m_at;
        const QString text = m_text.mid(from, m_at - from).trimmed();
        if (text.contains(u'"'))
            say(m_number, u"A quote stands inside an unquoted field, “%1”."_s.arg(text),
                u"Put the whole field in quotes and double the quotes inside it."_s);
        return text;
    }

    QString quoted()
    {
        const int opened = m_number;
        QString text;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'"' && !doubled())
                return closed(text);
            if (m_text[m_at] == u'\n')
                ++m_number;
            text += m_text[m_at];
        }
        say(opened, u"A quote is opened and never closed."_s,
            u"Close it with another quote at the end of the field."_s);
        return text;
    }

    // Two quotes inside a quoted field stand for one.
    bool doubled()
    {
        if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != u'"')
            return false;
        ++m_at;
        return true;
    }

    QString closed(const QString& text)
    {
        ++m_at;
        while (!atEnd() && (m_text[m_at] == u' ' || m_text[m_at] == u'\t'))
            ++m_at;
        if (!atEnd() && m_text[m_at] != u',')
            say(m_number, u"Text follows a closing quote."_s,
                u"Put a comma after the quote, or double the quotes inside the field."_s);
        return text;
    }

    void say(int line, const QString& text, const QString& mend)
    {
        if (m_problem.text.isEmpty())
            m_problem = {line, text, mend};
    }

    QString m_text;
    qsizetype m_at = 0;
    int m_number = 1;
    std::vector<CsvLine> m_lines;
    CsvProblem m_problem;
};

QString fieldText(QString field)
{
    static const QString formula = u"=+-@\t"_s;
    if (!field.isEmpty() && formula.contains(field[0]))
        field.prepend(u'\'');
    const bool quotes = field.contains(u',') || field.contains(u'"') || field.contains(u'\n')
        || field.contains(u'\r') || field != field.trimmed();
    return quotes ? u'"' + field.replace(u"\""_s, u"\"\""_s) + u'"' : field;
}

}

std::variant<std::vector<CsvLine>, CsvProblem> readCsv(const QString& text)
{
    return Reader(text).read();
}

QString csvText(const QStringList& fields)
{
    QStringList texts;
    for (const QString& field : fields)
        texts.append(fieldText(field));
    return texts.join(u',') + u"\r\n"_s;
}

}
