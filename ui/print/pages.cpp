#include "ui/print/pages.h"

#include <cstddef>

namespace print {

namespace {

class Breaker {
public:
    Breaker(const std::vector<Extent>& pieces, double pageHeight)
        : m_pieces(pieces)
        , m_pageHeight(pageHeight)
    {
        m_pages.emplace_back();
    }

    std::vector<PageOf> run()
    {
        for (std::size_t first = 0; first < m_pieces.size();) {
            const std::size_t end = chainEnd(first);
            if (m_pieces[first].newPage || !fits(first, end))
                turn();
            for (; first < end; ++first)
                place(first);
        }
        return std::move(m_pages);
    }

private:
    std::size_t chainEnd(std::size_t first) const
    {
        std::size_t last = first;
        while (last + 1 < m_pieces.size() && m_pieces[last].withNext)
            ++last;
        return last + 1;
    }

    // A chain higher than a page starts where it is and breaks piece by piece.
    bool fits(std::size_t first, std::size_t end) const
    {
        double height = 0;
        for (std::size_t i = first; i < end; ++i)
            height += m_pieces[i].height + m_pieces[i].before;
        return m_used + height <= m_pageHeight || height > m_pageHeight;
    }

    void turn()
    {
        if (m_pages.back().empty())
            return;
        m_pages.emplace_back();
        m_used = 0;
    }

    void place(std::size_t index)
    {
        const Extent& piece = m_pieces[index];
        const double before = m_pages.back().empty() ? 0 : piece.before;
        if (m_used + before + piece.height > m_pageHeight)
            turn();
        if (m_pages.back().empty() && piece.head >= 0)
            put(piece.head, 0);
        put(static_cast<int>(index), m_pages.back().empty() ? 0 : piece.before);
    }

    void put(int index, double before)
    {
        m_used += before;
        m_pages.back().push_back({index, m_used});
        m_used += m_pieces[static_cast<std::size_t>(index)].height;
    }

    const std::vector<Extent>& m_pieces;
    double m_pageHeight;
    double m_used = 0;
    std::vector<PageOf> m_pages;
};

}

std::vector<PageOf> breakIntoPages(const std::vector<Extent>& pieces, double pageHeight)
{
    return Breaker(pieces, pageHeight).run();
}

}
