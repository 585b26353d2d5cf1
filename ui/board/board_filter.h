#pragma once

#include <QSortFilterProxyModel>

namespace ui {

class BoardModel;

/// The board as one wants to see it: by words in any column, and whose cases. The next clock first.
class BoardFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Whose { All, Service, Mine };

    explicit BoardFilter(BoardModel& board, QObject* parent = nullptr);

    void setWords(const QString& words);
    /// `key`: a service's key or a login, as `whose` needs it.
    void setWhose(Whose whose, const QString& key);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    BoardModel& m_board;
    QStringList m_words;
    Whose m_whose = Whose::All;
    QString m_key;
};

}
